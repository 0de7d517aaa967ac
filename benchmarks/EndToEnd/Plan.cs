namespace EndToEnd;

/// <summary>How much is measured.</summary>
/// <param name="Rounds">Of each load, and of the memory.</param>
/// <param name="Cold">Seconds under load before a load counts: until the JIT has compiled everything for good.</param>
/// <param name="Measured">Seconds of a round.</param>
/// <param name="Clients">That are added in one process to as many, for the memory of each.</param>
/// <param name="MemoryRounds">Each with a fresh process.</param>
/// <param name="Starts">Of a fresh process, for the first message.</param>
internal sealed record Plan(int Rounds, double Cold, double Measured, int Clients, int MemoryRounds, int Starts)
{
    public static Plan Full { get; } = new(Rounds: 5, Cold: 4, Measured: 1.5, Clients: 500, MemoryRounds: 3, Starts: 5);

    public static Plan Quick { get; } = new(Rounds: 3, Cold: 2.5, Measured: 0.7, Clients: 200, MemoryRounds: 1, Starts: 3);
}
