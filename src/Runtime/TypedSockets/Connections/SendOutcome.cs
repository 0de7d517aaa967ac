namespace TypedSockets.Connections;

/// <summary>What became of a message that was not to wait.</summary>
internal enum SendOutcome
{
    /// <summary>It is in the outbox.</summary>
    Taken,

    /// <summary>There is no room.</summary>
    Full,

    /// <summary>The session has ended.</summary>
    Ended,

    /// <summary>The other end's version of the contract does not have the member, or has another of its name.</summary>
    Mismatch,
}
