using System.Security.Claims;

namespace TypedSockets;

/// <summary>One client's connection, as its hubs see it. Thread-safe, except for <see cref="Items"/>.</summary>
public sealed class SocketContext
{
    private readonly Action<string> _kick;
    private Dictionary<object, object?>? _items;

    internal SocketContext(string connectionId, ClaimsPrincipal user, SocketRequest request, Action<string> kick, CancellationToken sessionEnded)
    {
        ConnectionId = connectionId;
        User = user;
        Request = request;
        SessionEnded = sessionEnded;
        _kick = kick;
    }

    /// <summary>The connection's id, the same for the life of its session; no secret.</summary>
    public string ConnectionId { get; }

    /// <summary>Who is connected, as ASP.NET authenticated the last request or token. The identity stays the same for the life of the session; its claims may not.</summary>
    public ClaimsPrincipal User { get; internal set; }

    /// <summary>What the client's request said.</summary>
    public SocketRequest Request { get; }

    /// <summary>A place for what the application wants to remember of this session, shared by its hubs. Not thread-safe.</summary>
    public IDictionary<object, object?> Items => _items ??= [];

    /// <summary>Cancelled when the session has ended.</summary>
    public CancellationToken SessionEnded { get; }

    /// <summary>Ends the session on purpose: the client does not come back by itself.</summary>
    /// <param name="reason">What the client is told, at most 120 bytes of UTF-8; longer texts are cut.</param>
    public void Kick(string reason) => _kick(reason);
}
