namespace TypedSockets;

/// <summary>
/// Why a socket was closed, as a WebSocket close code (docs/protocol/codes.md). The range decides what a client does, so that an old one can handle
/// a new code: 4000 to 4099 resume, 4100 to 4199 reconnect with a new session, 4200 to 4299 stop.
/// </summary>
public enum SocketCloseCode
{
    /// <summary>The WebSocket's normal closure (RFC 6455, 7.4.1): the end that closes leaves on purpose.</summary>
    Normal = 1000,

    /// <summary>The server is shutting down.</summary>
    Draining = 4000,

    /// <summary>No byte came for too long.</summary>
    HeartbeatTimeout = 4001,

    /// <summary>The peer did not read for too long.</summary>
    SendStalled = 4002,

    /// <summary>The access token has expired.</summary>
    TokenExpired = 4004,

    /// <summary>The server has no room now.</summary>
    Busy = 4005,

    /// <summary>Too many messages in too short a time.</summary>
    RateLimited = 4006,

    /// <summary>A message is missing.</summary>
    OutOfSequence = 4007,

    /// <summary>More was sent to the client than its outbox holds.</summary>
    Overflow = 4101,

    /// <summary>The node that held the session is gone.</summary>
    OwnerLost = 4102,

    /// <summary>A newer socket took over the session.</summary>
    Superseded = 4103,

    /// <summary>The peer broke the protocol.</summary>
    ProtocolError = 4200,

    /// <summary>The ends speak different major versions of the protocol.</summary>
    Version = 4201,

    /// <summary>The ends were built from different contracts.</summary>
    Contract = 4202,

    /// <summary>The client may not connect, or may not open the hub.</summary>
    Unauthorized = 4203,

    /// <summary>The page's origin is not allowed.</summary>
    Origin = 4204,

    /// <summary>A frame or message is over the limit.</summary>
    TooLarge = 4205,

    /// <summary>A limit other than a size was exceeded.</summary>
    LimitExceeded = 4206,

    /// <summary>The server ended the session on purpose.</summary>
    Kicked = 4207,
}
