using TypedSockets.Chaos.Tests.Faults.Kit;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>A client goes for good.</summary>
public sealed class LeavingTests
{
    [Fact]
    public async Task Row_16_A_client_whose_process_is_gone_is_missed_exactly_once_after_the_window()
    {
        var clock = new StepClock();
        await using var server = await FaultServer.StartAsync(clock: clock);
        await using var client = await FaultClient.ConnectAsync(server, options => options.FlushTimeout = TimeSpan.Zero);
        await client.EchoAsync();
        await client.GoAwayAsync(Testing.CutKind.Close);
        await server.UntilAwayAsync();
        await server.Ledger.Lives.UntilAsync("paused", 1);

        await clock.PassAsync(TimeSpan.FromSeconds(119));
        Assert.Equal(["connected", "paused"], server.Ledger.Lives.Items);
        await clock.PassAsync(TimeSpan.FromSeconds(2.4));
        await server.Ledger.Lives.UntilAsync("disconnected Expired", 1);
        await clock.PassAsync(TimeSpan.FromMinutes(5));

        // The process that is started in its place knows nothing of the old session.
        await using var successor = await FaultClient.ConnectAsync(server);
        await successor.EchoAsync();
        Assert.Equal(["connected", "paused", "disconnected Expired", "connected"], server.Ledger.Lives.Items);
        Assert.Empty(successor.Gaps.Items);
    }

    [Fact]
    public async Task Row_16_A_client_that_leaves_is_missed_at_once()
    {
        await using var server = await FaultServer.StartAsync(clock: new StepClock());
        var client = await FaultClient.ConnectAsync(server);
        await client.EmitAsync(1, 10);
        await client.EchoAsync();
        await client.DisposeAsync();

        await server.Ledger.Lives.UntilAsync("disconnected Left", 1);
        Assert.Equal(["connected", "disconnected Left"], server.Ledger.Lives.Items);
        Histories.IsWhole(server.Ledger.Counts, 10);
        Assert.Empty(server.Sessions);
    }
}
