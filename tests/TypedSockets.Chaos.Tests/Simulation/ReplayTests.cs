namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>Single runs: the one that the variable SEED names, else those that have failed before.</summary>
[Collection("Simulation")]
public sealed class ReplayTests
{
    private static readonly long[] FormerlyFailing = [1, 1_027_932, 1_047_968];

    [Fact]
    public void Seeds_that_have_failed_before_hold()
    {
        var remembered = int.Parse(Environment.GetEnvironmentVariable("STEPS") ?? "40");
        var seeds = Environment.GetEnvironmentVariable("SEED") is { Length: > 0 } seed ? [long.Parse(seed)] : FormerlyFailing;

        Assert.All(seeds, seed =>
        {
            // A thread as the many runs have it: without a test's own place for what is awaited.
            RunResult? result = null;
            var thread = new Thread(() => result = RunResult.Of(seed, Mutation.None, remembered));
            thread.Start();
            thread.Join();
            Assert.True(result!.Violation is null, result.ToString());
        });
    }
}
