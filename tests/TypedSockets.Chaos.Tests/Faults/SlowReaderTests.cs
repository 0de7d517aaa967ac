using TypedSockets.Chaos.Tests.Faults.Kit;
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
