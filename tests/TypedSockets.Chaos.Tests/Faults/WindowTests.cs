using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Testing;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>The client is away for about as long as the server waits for it: 120 s.</summary>
public sealed class WindowTests
{
    private static readonly TimeSpan JustUnder = TimeSpan.FromSeconds(119);

    // The server looks once a second, every fifth tick.
    private static readonly TimeSpan JustOver = TimeSpan.FromSeconds(121.4);

    [Fact]
    public async Task Row_6_A_second_less_than_the_window_loses_nothing()
    {
        var clock = new StepClock();
        await using var server = await FaultServer.StartAsync(clock: clock);
        await using var client = await FaultClient.ConnectAsync(server);
        var id = await client.Hub.Emit.Id();
        await client.GoAwayAsync();
        await server.Ledger.Lives.UntilAsync("paused", 1);
        await client.EmitAsync(1, 20);
        await server.EmitAsync(id, 1, 20);

        await clock.PassAsync(JustUnder);
        client.ComeBack();

        await Task.WhenAll(server.Ledger.Counts.UntilAsync(20), client.Counts.UntilAsync(20));
        await client.EchoAsync();
        Histories.IsWhole(server.Ledger.Counts, 20);
        Histories.IsWhole(client.Counts, 20);
        client.ExpectNoGap();
        Assert.Equal(0, server.Ledger.Lives.CountOf("disconnected Expired"));
    }

    [Fact]
    public async Task Row_7_Just_over_the_window_each_direction_gets_one_gap_and_what_was_never_sent_follows_in_order()
    {
        var clock = new StepClock();
        await using var server = await FaultServer.StartAsync(clock: clock);
        await using var client = await FaultClient.ConnectAsync(server);
        var id = await client.Hub.Emit.Id();
        await SendIntoTheVoidAsync(client, 1, 3);
        await client.GoAwayAsync();
        await server.Ledger.Lives.UntilAsync("paused", 1);
        await client.EmitAsync(4, 9);
        await server.EmitAsync(id, 1, 2);

        await clock.PassAsync(JustOver);
        await server.Ledger.Lives.UntilAsync("disconnected Expired", 1);
        client.SetUp = async () => await client.Hub.Emit.Count(3, []);
        client.ComeBack();

        // The handler of the new session repeats the last of those whose fate is unknown, and what was carried over follows it.
        await server.Ledger.Counts.UntilAsync(7);
        await client.EchoAsync();
        Histories.IsRun(server.Ledger.Counts.Items, 3, 9);
        Assert.Empty(client.Counts.Items);
        ExpectGaps(client);
        Assert.Equal(1, server.Ledger.Lives.CountOf("disconnected Expired"));
        Assert.Equal(2, server.Ledger.Lives.CountOf("connected"));
    }

    private static void ExpectGaps(FaultClient client)
    {
        var gaps = client.Gaps.Items;
        Assert.Equal([GapDirection.ToServer, GapDirection.FromServer], gaps.Select(gap => gap.Direction));
        Assert.All(gaps, gap => Assert.Equal(GapReason.Expired, gap.Reason));
        Assert.Equal([3L, 2L], gaps.Select(gap => gap.Count));
        var first = gaps[0].Unconfirmed[0].Number;
        Assert.Equal(
            [new("count", "ICountHub.Count", first), new("count", "ICountHub.Count", first + 1), new("count", "ICountHub.Count", first + 2)],
            gaps[0].Unconfirmed);
        Assert.Equal(["Gap", "Gap", "NewSession", "Open"], client.Events.Items.SkipWhile(text => text != "Gap"));
    }

    // Numbered and written, and nobody hears of it.
    private static async Task SendIntoTheVoidAsync(FaultClient client, int first, int last)
    {
        await client.EchoAsync();
        client.Proxy.Blackhole(FaultDirection.ToServer);
        var sending = client.Hub.With(new EmitOptions { Completion = EmitCompletion.Sent });
        for (var number = first; number <= last; number++)
        {
            await sending.Count(number, []).AsTask().WaitAsync(Limit.Long);
        }

        client.Proxy.Mend();
    }
}
