using System.Security.Claims;
using TypedSockets.Connections;
using TypedSockets.Protocol;

namespace TypedSockets;

/// <summary>How a server's TypedSockets endpoints behave. Read once, when the first endpoint is mapped.</summary>
public sealed class TypedSocketsOptions
{
    /// <summary>
    /// The origins, such as <c>https://app.example.com</c>, whose pages may connect besides the server's own. Requests without an Origin header, which
    /// no browser sends, are not concerned.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Whether a caller is told the type and message of what a handler threw. Default false: they may hold secrets.</summary>
    public bool DetailedErrors { get; set; }

    /// <summary>How long a client may take to say Hello. Default 10 s.</summary>
    public TimeSpan HandshakeTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long without hearing anything an end asks for a sign of life. Default 15 s.</summary>
    public TimeSpan PingAfter { get; set; } = ConnectionTimes.Default.PingAfter;

    /// <summary>After how long without hearing anything an end takes the other for dead. Default 25 s; must exceed <see cref="PingAfter"/>.</summary>
    public TimeSpan DeadAfter { get; set; } = ConnectionTimes.Default.DeadAfter;

    /// <summary>The largest frame that is read from a client, in bytes, and so about the largest message. Default 65,536; at least 1,024.</summary>
    public int MaxClientFrameBytes { get; set; } = ProtocolLimits.Server.MaxFrameBytes;

    /// <summary>The most calls that one client may have in flight. Default 256. A client waits for its turn beyond it.</summary>
    public int MaxPendingCalls { get; set; } = ProtocolLimits.Server.MaxPendingCalls;

    /// <summary>How sessions wait for clients that have lost their line.</summary>
    public ResumeOptions Resume { get; } = new();

    /// <summary>How long the server goes on when it is stopped: to finish handlers, and to hand over what clients have not received yet. Default 10 s.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Over how long clients spread their return after the server was stopped, so that they do not all come in the same moment. Default 5 s.</summary>
    public TimeSpan ReconnectSpread { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a client may take to answer a call of the server. Default 30 s.</summary>
    public TimeSpan ClientCallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The identity that <c>Clients.User</c> goes by. Default: the <see cref="ClaimTypes.NameIdentifier"/> claim.</summary>
    public Func<ClaimsPrincipal, string?> UserId { get; set; } = user => user.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>Makes sure that the options fit together.</summary>
    /// <exception cref="InvalidOperationException">They do not.</exception>
    internal void Validate()
    {
        if (DeadAfter <= PingAfter)
        {
            throw new InvalidOperationException($"TypedSocketsOptions.DeadAfter ({DeadAfter}) must be longer than PingAfter ({PingAfter}): an idle client would be taken for dead.");
        }

        if (MaxClientFrameBytes is < 1024 or > 16 * 1024 * 1024)
        {
            throw new InvalidOperationException($"TypedSocketsOptions.MaxClientFrameBytes ({MaxClientFrameBytes}) must be from 1,024 to 16,777,216.");
        }

        if (Resume.Window < TimeSpan.Zero || Resume.DetachedBytes < 0 || Resume.Budget < 0 || DrainTimeout < TimeSpan.Zero || ReconnectSpread < TimeSpan.Zero)
        {
            throw new InvalidOperationException("TypedSocketsOptions.Resume, DrainTimeout and ReconnectSpread take no negative values; zero turns each of them off.");
        }

        if (MaxPendingCalls < 1)
        {
            throw new InvalidOperationException($"TypedSocketsOptions.MaxPendingCalls ({MaxPendingCalls}) must be at least 1.");
        }
    }
}
