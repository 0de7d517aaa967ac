namespace TypedSockets;

/// <summary>Why a session was lost. The numbers are those of the wire (docs/protocol/codes.md).</summary>
public enum GapReason
{
    /// <summary>The server does not know the session and does not say why: it ended long ago, or its secret was wrong.</summary>
    Unknown = 0,

    /// <summary>The client was away for longer than the resume window.</summary>
    Expired = 1,

    /// <summary>The server gave the session up while the client was away, because too many others were away too.</summary>
    Evicted = 2,

    /// <summary>More was sent to the client than the server keeps for it.</summary>
    Overflow = 3,

    /// <summary>The server ended the session: a hub could not take it, it was kicked, or the server met a defect of its own.</summary>
    Ended = 4,

    /// <summary>The server shut down and could not hand everything over in time.</summary>
    Drained = 5,

    /// <summary>Another client took the session over, with the same id and secret.</summary>
    Superseded = 6,

    /// <summary>The server that answers now is another process than the one that knew the session.</summary>
    ServerRestart = 7,

    /// <summary>The node that held the session is gone.</summary>
    OwnerLost = 8,

    /// <summary>The two ends do not agree on what was sent and received. One of them has a defect; please report it.</summary>
    PositionMismatch = 9,
}
