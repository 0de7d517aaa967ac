namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>Sessions over lines that fail in every way, with all else real: nothing is lost in silence, and nothing comes twice.</summary>
public sealed class SimulationTests
{
    [Fact]
    public void Ten_to_the_fifth_seeds_hold()
    {
        var seeds = long.Parse(Environment.GetEnvironmentVariable("SEEDS") ?? "100000");
        var campaign = new Campaign(seeds, threads: 2);
        campaign.Run();
        Console.WriteLine(campaign.Describe());

        Assert.Null(campaign.Failure);
    }
}
