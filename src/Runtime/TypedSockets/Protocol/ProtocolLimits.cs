namespace TypedSockets.Protocol;

/// <summary>The limits and intervals that one end holds, and tells the other in the handshake (docs/protocol/limits.md).</summary>
internal sealed record ProtocolLimits
{
    /// <summary>The WebSocket sub-protocol.</summary>
    public const string SubProtocol = "ts.v1";

    /// <summary>The largest number of unacknowledged messages that 16-bit numbers keep apart.</summary>
    public const int MaxUnacknowledged = 32_767;

    /// <summary>A frame is closed once it is this large, in bytes, if more is waiting: small enough to keep latency, large enough to fill a write.</summary>
    public const int CoalesceBytes = 16 * 1024;

    /// <summary>What a message needs in a frame besides its arguments or result, generously.</summary>
    public const int EnvelopeBytes = 64;

    /// <summary>The most volatile emits that wait: for their socket at the sender, for their handler, by channel, at the receiver.</summary>
    public const int MaxVolatile = 64;

    /// <summary>The most streams that one end may have opened and not ended: results of its calls, and arguments.</summary>
    public const int MaxStreams = 128;

    /// <summary>The most untaken items of a stream.</summary>
    public const int StreamItems = 32;

    /// <summary>A stream's share of the session's window: one part in so many.</summary>
    public const int StreamShare = 16;

    /// <summary>What a Welcome needs in its frame besides the manifests of contracts, in bytes, generously.</summary>
    public const int WelcomeBytes = 32 * 1024;

    /// <summary>The largest hub, group and user name, in bytes of UTF-8.</summary>
    public const int MaxNameBytes = 256;

    /// <summary>The largest frame that this end reads, in bytes.</summary>
    public int MaxFrameBytes { get; init; }

    /// <summary>The most messages in one frame.</summary>
    public int MaxFrameMessages { get; init; } = 1024;

    /// <summary>The most hubs on one socket.</summary>
    public int MaxChannels { get; init; } = 64;

    /// <summary>The most calls that the other end may have in flight.</summary>
    public int MaxPendingCalls { get; init; } = 256;

    /// <summary>The most untaken emits and calls of a session; one channel may hold half of them.</summary>
    public int WindowMessages { get; init; } = 8192;

    /// <summary>The most bytes of untaken emits and calls of a session; one channel may hold half of them.</summary>
    public int WindowBytes { get; init; }

    /// <summary>The bytes of untaken items of a stream at which its sender stops.</summary>
    public int StreamBytes => WindowBytes / StreamShare;

    /// <summary>What a server reads from clients.</summary>
    public static ProtocolLimits Server { get; } = new() { MaxFrameBytes = 64 * 1024, WindowBytes = 1024 * 1024 };

    /// <summary>What a client reads from its server.</summary>
    public static ProtocolLimits Client { get; } = new() { MaxFrameBytes = 1024 * 1024, WindowBytes = 4 * 1024 * 1024 };

    /// <summary>The largest arguments or result that fit into a frame together with their envelope.</summary>
    public int MaxMessageBytes => MaxFrameBytes - EnvelopeBytes;
}
