namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>A handler of NewSession that runs: how much it still sends.</summary>
internal sealed class SetUp(int losses, int emits)
{
    /// <summary>How many sessions had been lost when it started.</summary>
    public int Losses => losses;

    public int Remaining { get; set; } = emits;
}
