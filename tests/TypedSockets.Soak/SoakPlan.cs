namespace TypedSockets.Soak;

/// <summary>What is to be run.</summary>
/// <param name="Duration">How long messages flow.</param>
/// <param name="Clients">How many clients, from 1.</param>
/// <param name="Seed">Decides where connections are cut. Two runs of one seed are alike but not the same: the threads are the machine's.</param>
public sealed record SoakPlan(TimeSpan Duration, int Clients, int Seed)
{
    /// <summary>How often a line is written.</summary>
    public TimeSpan ReportInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>When the heap is measured first: after a minute, or in a short run after a quarter of it.</summary>
    public TimeSpan WarmUp => Duration / 4 is var quarter && quarter < TimeSpan.FromMinutes(1) ? quarter : TimeSpan.FromMinutes(1);
}
