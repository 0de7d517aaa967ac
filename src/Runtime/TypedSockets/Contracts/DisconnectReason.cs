namespace TypedSockets;

/// <summary>Why a session ended, as <c>OnDisconnected</c> gets it.</summary>
public enum DisconnectReason
{
    /// <summary>The client left: it closed, or was disposed.</summary>
    Left,

    /// <summary>The line was lost, and the client did not come back within the resume window.</summary>
    Expired,

    /// <summary>The line was lost, and the session was given up before its window was over, because too many others waited too.</summary>
    Evicted,

    /// <summary>More was sent to the client than its outbox holds.</summary>
    Overflow,

    /// <summary>The client broke the protocol or exceeded a limit.</summary>
    ProtocolError,

    /// <summary>The server ended the session on purpose.</summary>
    Kicked,

    /// <summary>The server is shutting down.</summary>
    Draining,
}
