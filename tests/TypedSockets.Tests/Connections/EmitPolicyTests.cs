using Microsoft.Extensions.Time.Testing;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Connections;

/// <summary>What becomes of an emit for which there is no room, and of one that another replaces or that comes too late.</summary>
public sealed class EmitPolicyTests
{
    // Three emits, and one answer.
    private static readonly OutboxLimits Tiny = new(4, 100_000);

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(null)]
    [InlineData(WhenFull.Fail)]
    [InlineData(WhenFull.Wait)]
    public void A_void_emit_fails_because_it_cannot_wait(WhenFull? whenFull)
    {
        using var peer = Filled();
        Assert.Throws<BufferFullException>(() => peer.Sender(Full(whenFull)).Say(9));
        Assert.Equal([1, 2, 3], peer.Said());
        Assert.Empty(peer.Drops);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(WhenFull.Wait)]
    public async Task An_awaitable_emit_waits_for_room(WhenFull? whenFull)
    {
        using var peer = Filled();
        var waiting = peer.Sender(Full(whenFull)).SayAsync(9);
        Assert.Equal([1, 2, 3], peer.Said());
        Assert.False(waiting.IsCompleted);
        peer.ReceiveAck(1);
        await waiting.WaitAsync(TestPeer.Patience);
        Assert.Equal([9], peer.Said());
    }

    [Fact]
    public async Task An_awaitable_emit_that_shall_fail_does()
    {
        using var peer = Filled();
        await Assert.ThrowsAsync<BufferFullException>(() => peer.Sender(Full(WhenFull.Fail)).SayAsync(9));
    }

    [Fact]
    public async Task Dropping_the_newest_drops_the_emit_itself()
    {
        using var peer = Filled();
        peer.Sender(Full(WhenFull.DropNewest)).Say(8);
        await peer.Sender(Full(WhenFull.DropNewest)).SayAsync(9);
        Assert.Equal([1, 2, 3], peer.Said());
        Assert.Equal([("Say", DropReason.Full, 1), ("Say", DropReason.Full, 1)], peer.Drops);
    }

    [Fact]
    public void Dropping_the_oldest_makes_room_at_the_head_of_the_same_event()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: Tiny);
        peer.Sender().Shout(1);
        peer.Say(2);
        peer.Say(3);
        var sender = peer.Sender(Full(WhenFull.DropOldest));
        sender.Say(4);
        sender.Say(5);
        Assert.Equal([1, 4, 5], peer.Said());
        Assert.Equal([("Say", DropReason.Full, 1), ("Say", DropReason.Full, 1)], peer.Drops);
    }

    [Fact]
    public void With_no_older_one_of_its_event_the_emit_itself_is_dropped()
    {
        using var peer = Filled();
        peer.Sender(Full(WhenFull.DropOldest)).Shout(9);
        Assert.Equal([1, 2, 3], peer.Said());
        Assert.Equal([("Shout", DropReason.Full, 1)], peer.Drops);
    }

    [Fact]
    public void What_has_a_number_does_not_give_way()
    {
        using var peer = Filled();
        peer.Next();
        peer.Sender(Full(WhenFull.DropOldest)).Say(9);
        Assert.Empty(peer.Said());
        Assert.Equal([("Say", DropReason.Full, 1)], peer.Drops);
    }

    [Fact]
    public void A_large_emit_takes_the_room_of_several_small_ones()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: new OutboxLimits(100, 1000));
        for (var i = 1; i <= 11; i++)
        {
            peer.Say(i);
        }

        var large = OutboundMessage.Emit(peer.Channel.Index, TestSide.Say, MessageBody.Copy([12, .. new byte[99]]));
        Assert.Equal(SendOutcome.Taken, peer.Peer.Emits.TrySend(large, WhenFull.DropOldest));
        Assert.Equal([.. Enumerable.Range(1 + peer.Drops.Sum(drop => drop.Count), 11 - peer.Drops.Sum(drop => drop.Count)), 12], peer.Said());
        Assert.Equal([("Say", DropReason.Full, 2)], peer.Drops);
    }

    [Fact]
    public async Task While_others_wait_for_room_nobody_gives_way_to_one_that_would_overtake_them()
    {
        using var peer = Filled();
        var waiting = peer.SayAsync(4);
        peer.Sender(Full(WhenFull.DropOldest)).Say(5);
        Assert.Equal([("Say", DropReason.Full, 1)], peer.Drops);
        Assert.Equal([1, 2, 3], peer.Said());
        peer.ReceiveAck(3);
        await waiting.WaitAsync(TestPeer.Patience);
        Assert.Equal([4], peer.Said());
    }

    [Fact]
    public void Of_one_key_only_the_latest_stays_and_moves_to_the_tail()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var keyed = peer.Sender(new SendOptions(TestPeer.Patience) { CoalesceKey = "a" });
        keyed.Say(1);
        peer.Say(2);
        keyed.Say(3);
        keyed.Shout(4);
        keyed.Say(5);
        Assert.Equal([2, 4, 5], peer.Said());
        Assert.Equal([("Say", DropReason.Coalesced, 1), ("Say", DropReason.Coalesced, 1)], peer.Drops);
    }

    [Fact]
    public void A_value_that_was_sent_is_not_replaced()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var keyed = peer.Sender(new SendOptions(TestPeer.Patience) { CoalesceKey = "a" });
        keyed.Say(1);
        peer.Next();
        keyed.Say(2);
        Assert.Equal([2], peer.Said());
        Assert.Empty(peer.Drops);
    }

    [Fact]
    public void A_value_that_replaces_another_finds_its_room_in_a_full_outbox()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: Tiny);
        var keyed = peer.Sender(new SendOptions(TestPeer.Patience) { CoalesceKey = "a" });
        keyed.Say(1);
        peer.Say(2);
        peer.Say(3);
        keyed.Say(5);
        Assert.Equal([2, 3, 5], peer.Said());
    }

    [Fact]
    public void A_value_does_not_replace_another_if_it_would_overtake_what_waits_for_room()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: Tiny);
        var keyed = peer.Sender(new SendOptions(TestPeer.Patience) { CoalesceKey = "a" });
        keyed.Say(1);
        peer.Say(2);
        peer.Say(3);
        _ = peer.SayAsync(4);
        Assert.Throws<BufferFullException>(() => keyed.Say(5));
        Assert.Equal([1, 2, 3], peer.Said());
        Assert.Empty(peer.Drops);
    }

    [Fact]
    public async Task That_an_awaitable_emit_was_replaced_is_told_at_once_also_without_a_line()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var keyed = peer.Sender(new SendOptions(TestPeer.Patience) { CoalesceKey = "a" });
        await keyed.SayAsync(1);
        await keyed.SayAsync(2);
        Assert.Equal([("Say", DropReason.Coalesced, 1)], peer.Drops);
    }

    [Fact]
    public void An_emit_that_is_not_written_in_time_is_dropped()
    {
        using var peer = new TestPeer(PeerRole.Client, _time);
        Expiring(peer, seconds: 5).Say(1);
        Expiring(peer, seconds: 6).Say(2);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([2], peer.Said());
        peer.Peer.Emits.RaiseDrops();
        Assert.Equal([("Say", DropReason.Expired, 1)], peer.Drops);
    }

    [Fact]
    public void An_emit_that_has_expired_behind_one_that_has_not_is_dropped_too()
    {
        using var peer = new TestPeer(PeerRole.Client, _time);
        peer.Say(1);
        Expiring(peer, seconds: 5).Say(2);
        peer.Say(3);
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal([1, 3], peer.Said());
    }

    [Fact]
    public async Task The_room_of_what_has_expired_is_given_to_those_that_wait()
    {
        using var peer = new TestPeer(PeerRole.Client, _time, Tiny);
        for (var i = 1; i <= 3; i++)
        {
            Expiring(peer, seconds: 5).Say(i);
        }

        var waiting = peer.SayAsync(4);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([4], peer.Said());
        await waiting.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public void The_longest_time_to_expire_is_none()
    {
        using var peer = new TestPeer(PeerRole.Client, _time);
        peer.Sender(new SendOptions(TestPeer.Patience) { ExpiresAfter = TimeSpan.MaxValue }).Say(1);
        _time.Advance(TimeSpan.FromDays(1000));
        Assert.Equal([1], peer.Said());
    }

    [Fact]
    public async Task An_emit_of_a_server_waits_for_room_for_30_seconds()
    {
        using var peer = Filled(PeerRole.Server);
        var waiting = peer.SayAsync(4);
        var behind = peer.AskAsync(5);
        _time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        var error = await Assert.ThrowsAsync<BufferFullException>(() => waiting.WaitAsync(TestPeer.Patience));
        Assert.Equal(
            "'ITest.Say' was not taken: the outbox had no room for it within 30 s. The other end does not take what is sent to it; "
            + "perhaps its handlers wait for this one.",
            error.Message);
        peer.Next();
        peer.ReceiveAck(3);
        Assert.Equal([MessageKind.Invoke], peer.Next()!.Kinds);
        Assert.False(behind.IsCompleted);
    }

    [Fact]
    public async Task An_emit_that_got_its_room_in_time_does_not_fail_later()
    {
        using var peer = Filled(PeerRole.Server);
        var waiting = peer.SayAsync(4);
        peer.Next();
        _time.Advance(TimeSpan.FromSeconds(29));
        peer.ReceiveAck(3);
        _time.Advance(TimeSpan.FromSeconds(10));
        await waiting.WaitAsync(TestPeer.Patience);
        Assert.Equal([4], peer.Said());
    }

    [Fact]
    public async Task An_emit_of_a_client_waits_for_as_long_as_it_takes()
    {
        using var peer = Filled();
        var waiting = peer.SayAsync(4);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.False(waiting.IsCompleted);
        peer.Next();
        peer.ReceiveAck(3);
        await waiting.WaitAsync(TestPeer.Patience);
    }

    private static SendOptions Full(WhenFull? whenFull) => new(TestPeer.Patience) { WhenFull = whenFull };

    private static TypedSockets.Client.ClientSender Expiring(TestPeer peer, int seconds) =>
        peer.Sender(new SendOptions(TestPeer.Patience) { ExpiresAfter = TimeSpan.FromSeconds(seconds) });

    private TestPeer Filled(PeerRole role = PeerRole.Client)
    {
        var peer = new TestPeer(role, _time, Tiny);
        for (var i = 1; i <= 3; i++)
        {
            peer.Say(i);
        }

        return peer;
    }
}
