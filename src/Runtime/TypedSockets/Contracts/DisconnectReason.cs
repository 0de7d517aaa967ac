namespace TypedSockets;

/// <summary>Why a session ended, as <c>OnDisconnected</c> gets it.</summary>
public enum DisconnectReason
{
    /// <summary>The client left: it closed, or was disposed.</summary>
    Left,

    /// <summary>The socket was lost.</summary>
    Lost,

    /// <summary>No byte came from the client for too long.</summary>
    HeartbeatTimeout,

    /// <summary>The client did not read what was sent to it.</summary>
    SendStalled,

    /// <summary>More was sent to the client than its outbox holds.</summary>
    Overflow,

    /// <summary>The client broke the protocol or exceeded a limit.</summary>
    ProtocolError,

    /// <summary>The server ended the session on purpose.</summary>
    Kicked,

    /// <summary>The server is shutting down.</summary>
    Draining,
}
