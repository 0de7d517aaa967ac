namespace TypedSockets;

/// <summary>How sessions wait for clients that have lost their line.</summary>
public sealed class ResumeOptions
{
    /// <summary>How long a session waits for its client, with all that is sent to it meanwhile. Default 120 s; zero means that a lost line ends the session.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>How much may be added to a waiting session's outbox, in bytes, before it is given up (<see cref="GapReason.Overflow"/>). Default 1 MiB.</summary>
    public long DetachedBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// How much all waiting sessions may hold together, in bytes: their outboxes, and 8 KiB for each. Beyond it the ones that wait longest are given
    /// up (<see cref="GapReason.Evicted"/>). Default 256 MiB.
    /// </summary>
    public long Budget { get; set; } = 256L * 1024 * 1024;

    /// <summary>How many sessions of one user may wait. Default 100.</summary>
    public int MaxPerUser { get; set; } = 100;

    /// <summary>How many sessions without a user may wait that came from one address. Default 10,000: many clients may share one.</summary>
    public int MaxPerAddress { get; set; } = 10_000;
}
