using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Protocol;
using TypedSockets.Testing;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>Much is sent while the client is away, and much of it is large.</summary>
public sealed class BacklogTests
{
    private static readonly TimeSpan AlmostTheWindow = TimeSpan.FromSeconds(119);

    [Fact]
    public async Task Row_29_A_backlog_within_the_cap_is_whole_after_119_seconds()
    {
        var clock = new StepClock();
        await using var server = await FaultServer.StartAsync(clock: clock);
        await using var client = await FaultClient.ConnectAsync(server);
        await LeaveAsync(server, client);
        Shout(server, 1, 8_000);
        await clock.PassAsync(AlmostTheWindow);
        client.ComeBack();

        await client.Counts.UntilAsync(8_000);
        await client.EchoAsync();
        Histories.IsWhole(client.Counts, 8_000);
        client.ExpectNoGap();
    }

    [Fact]
    public async Task Row_29_A_backlog_beyond_the_cap_is_one_gap_and_then_a_new_session()
    {
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        await LeaveAsync(server, client);
        Shout(server, 1, 100_000);
        await server.Ledger.Lives.UntilAsync("disconnected Overflow", 1);
        client.ComeBack();
        await client.Events.UntilAsync("NewSession", 1);
        await client.EchoAsync();
        Shout(server, 1, 10);

        await client.Counts.UntilAsync(10);
        await client.EchoAsync();
        Histories.IsWhole(client.Counts, 10);
        var gap = Assert.Single(client.Gaps.Items);
        Assert.Equal((GapDirection.FromServer, GapReason.Overflow), (gap.Direction, gap.Reason));
        Assert.InRange(gap.Count!.Value, 8_000, 100_000);
    }

    [Fact]
    public async Task Row_29_Of_states_that_replace_one_another_the_backlog_keeps_the_latest_and_never_grows()
    {
        const int Changes = 50_000;
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        await LeaveAsync(server, client);
        for (var price = 1; price <= Changes; price++)
        {
            server.Everybody.All.Priced(price % 2 == 0 ? "tea" : "milk", price);
        }

        client.ComeBack();
        await client.EchoAsync();
        await client.Prices.UntilAsync(2);
        Assert.Equal([("milk", Changes - 1), ("tea", Changes)], client.Prices.Items);
        client.ExpectNoGap();
    }

    [Fact]
    public async Task Row_29_A_replay_comes_in_frames_that_are_small_enough_to_let_a_heartbeat_in_between()
    {
        await using var server = await FaultServer.StartAsync();
        var hello = RawEnd.NewHello();
        hello.WindowMessages = 20_000;
        using (var raw = await RawEnd.DialAsync(server))
        {
            await raw.HelloAsync(hello);
            await server.Ledger.Lives.UntilAsync("connected", 1);
        }

        await server.UntilAwayAsync();
        Shout(server, 1, 4_000, new byte[100]);
        hello.Attempt++;
        hello.Create = false;
        using var back = await RawEnd.DialAsync(server);
        await back.HelloAsync(hello);
        for (var count = 0; count < 4_000;)
        {
            var frame = await back.UntilAsync(MessageKind.Emit);
            Assert.InRange(frame.Length, 1, ProtocolLimits.CoalesceBytes);
            count += RawEnd.Kinds(frame).Count(kind => kind == MessageKind.Emit);
        }

        await back.PingAsync();
    }

    [Fact]
    public async Task Row_30_Large_messages_among_small_ones_are_whole_although_the_line_is_cut_within_them()
    {
        const int Numbers = 400;
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        var id = await client.Hub.Emit.Id();
        for (var cut = 0; cut < 4; cut++)
        {
            client.Proxy.CutAfter(cut % 2 == 0 ? FaultDirection.ToClient : FaultDirection.ToServer, 200_000);
            var first = (cut * Numbers / 4) + 1;
            var emitting = Task.WhenAll(
                EmitMixedAsync(first, first + (Numbers / 4) - 1, (number, ballast) => client.EmitAsync(number, number, ballast)),
                EmitMixedAsync(first, first + (Numbers / 4) - 1, (number, ballast) => server.EmitAsync(id, number, number, ballast)));
            await client.Events.UntilAsync("Resumed", cut + 1);
            await emitting;
        }

        await Task.WhenAll(server.Ledger.Counts.UntilAsync(Numbers), client.Counts.UntilAsync(Numbers));
        await client.EchoAsync();
        Histories.IsWhole(server.Ledger.Counts, Numbers);
        Histories.IsWhole(client.Counts, Numbers);
        client.ExpectNoGap();
    }

    [Fact]
    public async Task Row_30_A_large_message_goes_in_a_frame_of_its_own_and_holds_up_nothing_more()
    {
        await using var server = await FaultServer.StartAsync();
        using var raw = await RawEnd.DialAsync(server);
        await raw.HelloAsync(RawEnd.NewHello());
        await server.Ledger.Lives.UntilAsync("connected", 1);
        await EmitMixedAsync(1, 40, (number, ballast) => server.EmitAsync(server.Sessions.Single().ConnectionId, number, number, ballast));
        for (var count = 0; count < 40;)
        {
            var frame = await raw.UntilAsync(MessageKind.Emit);
            var messages = RawEnd.Kinds(frame).Count;
            Assert.True(frame.Length <= ProtocolLimits.CoalesceBytes || messages == 1, $"a frame of {frame.Length} bytes holds {messages} messages");
            count += RawEnd.Kinds(frame).Count(kind => kind == MessageKind.Emit);
        }
    }

    private static async Task LeaveAsync(FaultServer server, FaultClient client)
    {
        await client.EchoAsync();
        await client.GoAwayAsync();
        await server.UntilAwayAsync();
    }

    // Every tenth is about as large as a server reads.
    private static async Task EmitMixedAsync(int first, int last, Func<int, byte[], Task> emit)
    {
        var large = new byte[65_000];
        for (var number = first; number <= last; number++)
        {
            await emit(number, number % 10 == 5 ? large : []);
        }
    }

    private static void Shout(FaultServer server, int first, int last, byte[]? ballast = null)
    {
        for (var number = first; number <= last; number++)
        {
            server.Everybody.All.Shouted(number, ballast ?? []);
        }
    }
}
