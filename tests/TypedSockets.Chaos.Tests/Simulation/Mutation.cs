namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>A mistake that a run makes at its own seams, to show that the checker sees it.</summary>
internal enum Mutation
{
    None,

    /// <summary>A Hello of an earlier dial is taken for a good one.</summary>
    IgnoreFence,

    /// <summary>A socket that has founded a session takes it even if a newer dial has claimed it meanwhile.</summary>
    FounderIgnoresFence,

    /// <summary>The server says what it has received while the old socket is still read.</summary>
    ReadOldSocket,

    /// <summary>A frame is lost, and the numbers of the later ones are changed so that none is missing.</summary>
    HideHole,

    /// <summary>What a lost session has cost is not told.</summary>
    ReportNoGap,

    /// <summary>A session that has ended is forgotten at once.</summary>
    ForgetTombstones,

    /// <summary>How many messages were numbered is told before the session takes no more.</summary>
    RemoveBeforeSeal,

    /// <summary>Of what is unconfirmed the last is not named.</summary>
    NameOneLess,

    /// <summary>What was received is handed to its handler a second time.</summary>
    HandleTwice,
}
