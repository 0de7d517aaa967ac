namespace TypedSockets.Sessions;

/// <summary>How long, and how much of them, sessions without a socket are kept.</summary>
/// <param name="Window">How long a session waits for its client.</param>
/// <param name="Budget">The most bytes that all waiting sessions hold; the one that waits longest goes first.</param>
/// <param name="PerUser">The most waiting sessions of one user.</param>
/// <param name="PerAddress">The most waiting sessions of one address that have no user.</param>
internal readonly record struct ResumeLimits(TimeSpan Window, long Budget, int PerUser, int PerAddress)
{
    /// <summary>What a waiting session costs besides its outbox: hub objects, groups, services. An estimate, in bytes.</summary>
    public const int BaseBytes = 8 * 1024;

    /// <summary>
    /// How long an ended session is remembered. It must outlast the handshake deadline: until then a Hello that was sent earlier may still arrive, and must
    /// not found a session under the old id.
    /// </summary>
    public static TimeSpan TombstoneTime { get; } = TimeSpan.FromMinutes(5);
}
