namespace TypedSockets.Chaos.Tests.Model;

/// <summary>Rules left out on purpose: a search that finds nothing wrong with them gone would prove nothing.</summary>
[Flags]
internal enum Mutations
{
    None = 0,

    /// <summary>The server forgets the id of a session that ended.</summary>
    NoTombstone = 1,

    /// <summary>The server accepts a Hello of an earlier attempt.</summary>
    NoAttemptFence = 2,

    /// <summary>The client goes on in a new session and does not report what was numbered and not acknowledged.</summary>
    NothingReported = 4,

    /// <summary>The client sends in the new session what was numbered, and not acknowledged, in the old one.</summary>
    NumberedSentAgain = 8,

    /// <summary>The server goes on reading the old socket of a session that was resumed.</summary>
    OldSocketRead = 16,

    /// <summary>Both ends take any number that comes.</summary>
    NoSequenceCheck = 32,

    /// <summary>Both ends ignore what the other says it received, and send again all that was not acknowledged.</summary>
    BlindResend = 64,
}
