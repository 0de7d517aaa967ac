using TypedSockets.Soak;

namespace TypedSockets.Chaos.Tests.Soak;

/// <summary>A few seconds of what <c>eng/soak</c> runs for many minutes.</summary>
public sealed class SoakTests
{
    [Fact]
    public async Task Row_10_two_way_load_with_calls_comes_once_and_in_order_while_connections_are_cut_all_the_time()
    {
        await using var output = new StringWriter();
        var plan = new SoakPlan(TimeSpan.FromSeconds(5), Clients: 3, Seed: 10) { ReportInterval = TimeSpan.FromSeconds(1) };
        var result = await new SoakRun(plan, output).RunAsync(CancellationToken.None);

        // Of the memory nothing is said here: a run this short has not allocated yet what it keeps.
        Assert.True(result.Traffic.IsPerfect, output.ToString());
        Assert.True(result.Cuts >= 5, output.ToString());
        Assert.All(result.Traffic.All, flow => Assert.True(flow.Received > 0));
    }
}
