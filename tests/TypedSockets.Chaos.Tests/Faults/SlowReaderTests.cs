using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Testing;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>A client takes less than is sent to everybody.</summary>
public sealed class SlowReaderTests
{
    // The line itself holds several megabytes before the server feels that nobody reads.
    private const int EnoughRounds = 600;
    private const int PerRound = 4;

    private static readonly byte[] Ballast = new byte[16 * 1024];

    [Fact]
    public async Task Row_27_A_slow_client_alone_overflows_at_its_cap_and_the_others_get_everything()
    {
        await using var server = await FaultServer.StartAsync(clock: new StepClock());
        await using var slow = await FaultClient.ConnectAsync(server);
        await using var one = await FaultClient.ConnectAsync(server);
        await using var other = await FaultClient.ConnectAsync(server);
        await server.Ledger.Lives.UntilAsync("connected", 3);
        slow.Proxy.Stall(FaultDirection.ToClient);

        var last = 0;
        for (var round = 0; round < EnoughRounds && server.Ledger.Lives.CountOf("disconnected Overflow") == 0; round++)
        {
            last = ShoutRound(server, last);
            await Task.WhenAll(one.Counts.UntilAsync(last), other.Counts.UntilAsync(last));
            Assert.All(server.Sessions, session => Assert.InRange(session.Peer.Outbox.Bytes, 0, OutboxLimits.Server.Bytes));
        }

        await server.Ledger.Lives.UntilAsync("disconnected Overflow", 1);
        slow.Proxy.Mend();
        await slow.Events.UntilAsync("NewSession", 1);
        await server.Ledger.Lives.UntilAsync("connected", 4);
        var missed = last;
        last = ShoutRound(server, last);
        await slow.Counts.UntilAsync(items => items.Count > 0 && items[^1] == last, "the last shout");
        ExpectOneOverflow(slow, missed, last);
        foreach (var fast in new[] { one, other })
        {
            await fast.Counts.UntilAsync(last);
            Histories.IsWhole(fast.Counts, last);
            fast.ExpectNoGap();
            Assert.DoesNotContain("Reconnecting", fast.Events.Items);
        }
    }

    [Fact]
    public async Task Row_27_What_is_volatile_is_dropped_at_the_source_and_counted_while_something_waits()
    {
        await using var server = await FaultServer.StartAsync();
        using var raw = await RawEnd.DialAsync(server);
        var hello = RawEnd.NewHello();
        hello.WindowMessages = 2;
        await raw.HelloAsync(hello);
        await server.Ledger.Lives.UntilAsync("connected", 1);

        // A channel has half of the window: the second waits until the first was taken.
        await server.EmitAsync(server.Sessions.Single().ConnectionId, 1, 2);
        Glimpse(server, 5);
        Assert.Equal(5, server.Host.Log.Lines.Count(line => line.Contains("1 emits of 'ICountClient.Glimpsed'", StringComparison.Ordinal)));

        var emits = 0;
        for (uint taken = 1; taken <= 2; taken++)
        {
            emits += RawEnd.Kinds(await raw.UntilAsync(MessageKind.Emit)).Count(kind => kind == MessageKind.Emit);
            await raw.SendAsync(RawClient.Frame(MessageKind.Taken, 0, [RawEnd.Hub, taken]));
        }

        // Nothing of the five has come, and now that nothing waits the sixth does.
        Assert.Equal(2, emits);
        await raw.PingAsync();
        Glimpse(server, 1);
        Assert.Single(RawEnd.Kinds(await raw.UntilAsync(MessageKind.Emit)), kind => kind == MessageKind.Emit);
    }

    private static void Glimpse(FaultServer server, int times)
    {
        for (var number = 1; number <= times; number++)
        {
            server.Everybody.All.Glimpsed(number);
        }
    }

    [Fact]
    public async Task Row_28_A_client_that_reads_and_never_acks_is_closed_at_its_cap_and_told_why()
    {
        await using var server = await FaultServer.StartAsync(clock: new StepClock());
        using var raw = await RawEnd.DialAsync(server);
        var hello = RawEnd.NewHello();
        hello.WindowBytes = int.MaxValue;
        await raw.HelloAsync(hello);
        await server.Ledger.Lives.UntilAsync("connected", 1);
        var outbox = server.Sessions.Single().Peer.Outbox;
        var closed = raw.CloseCodeAsync();

        var last = 0;
        while (server.Sessions.Count > 0 && last < EnoughRounds)
        {
            server.Everybody.All.Shouted(++last, Ballast);
            Assert.InRange(outbox.Bytes, 0, OutboxLimits.Server.Bytes);
        }

        Assert.Equal(SocketCloseCode.Overflow, await closed);
        Assert.InRange(last, 2, OutboxLimits.Server.Bytes / Ballast.Length);
        hello.Attempt++;
        hello.Create = false;
        using var again = await RawEnd.DialAsync(server);
        var welcome = await again.HelloAsync(hello);
        Assert.Equal((SessionOutcome.Lost, (int)GapReason.Overflow), (welcome.Outcome, welcome.LostReason));
        await server.Ledger.Lives.UntilAsync("disconnected Overflow", 1);
    }

    // All that was delivered before the gap is whole, and so is what came after it.
    private static void ExpectOneOverflow(FaultClient slow, int missed, int last)
    {
        var gap = Assert.Single(slow.Gaps.Items);
        Assert.Equal((GapDirection.FromServer, GapReason.Overflow), (gap.Direction, gap.Reason));
        var numbers = slow.Counts.Items;
        var before = numbers.TakeWhile(number => number <= missed).ToList();
        Histories.IsRun(before, 1, before.Count);
        Assert.InRange(before.Count, 1, missed - 1);
        Histories.IsRun(numbers.Skip(before.Count).ToList(), missed + 1, last);
    }

    private static int ShoutRound(FaultServer server, int last)
    {
        for (var i = 0; i < PerRound; i++)
        {
            server.Everybody.All.Shouted(++last, Ballast);
        }

        return last;
    }
}
