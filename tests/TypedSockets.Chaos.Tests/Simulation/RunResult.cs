namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>How a run went.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Violation">What must not have happened; null if all is well.</param>
/// <param name="Tail">The last steps as text, if something must not have happened.</param>
/// <param name="Hash">The same for the same history.</param>
/// <param name="Counts">How often each <see cref="Happening"/> was noted.</param>
internal sealed record RunResult(long Seed, string? Violation, string Tail, ulong Hash, int[] Counts)
{
    public static RunResult Of(long seed, Mutation mutation = Mutation.None, int remembered = 40)
    {
        using var sim = new Simulation(seed, mutation, remembered);
        var violation = Run(sim);
        return new RunResult(seed, violation, violation is null ? "" : sim.History.Tail(), sim.History.Hash, sim.History.Counts);
    }

    public override string ToString() =>
        $"Seed {Seed}: {Violation}\nThe last steps:\n{Tail}\nAgain, from the first step: eng/replay {Seed}";

    private static string? Run(Simulation sim)
    {
        try
        {
            sim.Scheduler.Run();
            return sim.Checker.Violation;
        }
        catch (Exception error)
        {
            return sim.Checker.Violation ?? $"an exception came out: {error}";
        }
    }
}
