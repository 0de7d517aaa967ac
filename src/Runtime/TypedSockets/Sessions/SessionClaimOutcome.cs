namespace TypedSockets.Sessions;

/// <summary>What becomes of a client's claim to a session.</summary>
internal enum SessionClaimOutcome
{
    /// <summary>There is no such session, and never was: one may be founded.</summary>
    MayCreate,

    /// <summary>The session is the client's: it goes on.</summary>
    Resume,

    /// <summary>There is nothing to go on with; the reason is given if the client proved that the session was its own.</summary>
    Lost,

    /// <summary>A newer dial has claimed the session before.</summary>
    Stale,

    /// <summary>The session belongs to another user.</summary>
    OtherUser,
}
