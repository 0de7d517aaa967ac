using Xunit.Abstractions;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>Sessions over lines that fail in every way, with all else real: nothing is lost in silence, and nothing comes twice.</summary>
[Collection("Simulation")]
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Usual = 100_000;

    // What no run may reach, because the checker takes it for a failure, or what the client is told only by a drain or another node.
    private static readonly Happening[] Unreached =
    [
        Happening.Disagreed, Happening.ClientClosed, Happening.ReasonSuperseded, Happening.ReasonPositionMismatch,
        Happening.ReasonDrained, Happening.ReasonOwnerLost,

        // Only when a session was over for five minutes: too rare to be counted on.
        Happening.ReasonUnknown,
    ];

    // The variable SEEDS asks for more, FIRST_SEED for others.
    [Fact]
    public void Ten_to_the_fifth_seeds_hold()
    {
        var seeds = long.Parse(Environment.GetEnvironmentVariable("SEEDS") ?? $"{Usual}");
        var campaign = new Campaign(seeds, threads: 2, long.Parse(Environment.GetEnvironmentVariable("FIRST_SEED") ?? "1"));

        campaign.Run();

        output.WriteLine(campaign.Describe());
        Assert.True(campaign.Failure is null, campaign.Failure?.ToString());
        Assert.True(seeds >= Usual, "Fewer seeds than usual prove too little.");
        Assert.Equal([], Enum.GetValues<Happening>().Except(Unreached).Where(what => campaign.CountOf(what) < 100));
    }

    [Fact]
    public void The_same_seed_gives_the_same_history()
    {
        var first = Hashes();
        var second = Hashes();

        Assert.Equal(first.Length, first.Distinct().Count());
        Assert.Equal([], Enumerable.Range(0, first.Length).Where(i => first[i] != second[i]).Select(i => i + 1));
    }

    [Fact]
    public void Every_buffer_is_given_back() => Assert.Null(BufferCensus.FindLeak(seeds: 5000));

    private static ulong[] Hashes()
    {
        ulong[] hashes = [];
        var thread = new Thread(() => hashes = [.. Enumerable.Range(1, 3000).Select(seed => RunResult.Of(seed).Hash)]);
        thread.Start();
        thread.Join();
        return hashes;
    }
}
