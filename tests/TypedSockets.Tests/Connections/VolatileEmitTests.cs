using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Connections;

/// <summary>Emits that are sent at once or not at all.</summary>
public sealed class VolatileEmitTests
{
    [Fact]
    public void With_nothing_ahead_it_goes_at_once_and_without_a_number()
    {
        using var peer = Attached();
        peer.Blink(5);
        var message = Assert.Single(peer.Next()!.Messages);
        Assert.Equal((MessageKind.Emit, false, "000005"), (message.Kind, message.IsNumbered, message.Body));
        Assert.Equal(0, peer.Peer.Outbox.Tail);
        Assert.Empty(peer.Drops);
    }

    [Fact]
    public void Behind_a_message_that_waits_to_be_written_it_is_dropped()
    {
        using var peer = Attached();
        peer.Say(1);
        peer.Blink(2);
        peer.Blink(3);
        Assert.Equal([1], peer.Said());
        Assert.Equal([("Say", DropReason.Volatile, 1), ("Say", DropReason.Volatile, 1)], peer.Drops);
    }

    [Fact]
    public void Behind_a_message_that_waits_to_be_repeated_it_is_dropped()
    {
        using var peer = Attached();
        peer.Say(1);
        peer.Next();
        peer.Peer.TryResume(0, out _);
        peer.Blink(2);
        Assert.Equal([1], peer.Said());
        Assert.Single(peer.Drops);
    }

    [Fact]
    public void Behind_a_message_that_waits_for_room_it_is_dropped()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: new OutboxLimits(4, 100_000));
        peer.Peer.Wake = () => { };
        var waiting = Enumerable.Range(1, 4).Select(i => peer.SayAsync(i)).ToList()[^1];
        peer.Next();
        Assert.False(waiting.IsCompleted);
        peer.Blink(5);
        Assert.Null(peer.Next());
        Assert.Single(peer.Drops);
    }

    [Fact]
    public void What_is_written_and_not_acknowledged_is_not_ahead_of_it()
    {
        using var peer = Attached();
        peer.Say(1);
        peer.Next();
        peer.Blink(2);
        Assert.Equal([2], peer.Said());
    }

    [Fact]
    public void Those_that_wait_for_their_frame_go_before_what_came_after_them()
    {
        using var peer = Attached();
        peer.Blink(1);
        peer.Blink(2);
        peer.Say(3);
        peer.Blink(4);
        Assert.Equal([1, 2, 3], peer.Said());
        Assert.Single(peer.Drops);
    }

    [Fact]
    public void Without_a_socket_it_is_dropped()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Blink(1);
        peer.Peer.Attach(() => { });
        Assert.Empty(peer.Said());
        Assert.Equal([("Say", DropReason.Volatile, 1)], peer.Drops);
    }

    [Fact]
    public void One_whose_socket_is_lost_before_its_frame_is_dropped()
    {
        using var peer = new TestPeer(PeerRole.Client);
        Action wake = () => { };
        peer.Peer.Attach(wake);
        peer.Blink(1);
        peer.Blink(2);
        peer.Peer.Detach(wake);
        Assert.Equal([("Say", DropReason.Volatile, 2)], peer.Drops);
        peer.Peer.Attach(wake);
        Assert.Empty(peer.Said());
    }

    [Fact]
    public void Before_its_hub_is_open_it_is_dropped()
    {
        using var peer = new TestPeer(PeerRole.Client, open: false);
        peer.Peer.Wake = () => { };
        peer.Blink(1);
        Assert.Single(peer.Drops);
        peer.Peer.Channels.Open(peer.Channel, wireId: 0);
        Assert.Null(peer.Next());
    }

    [Fact]
    public void While_a_write_is_under_way_at_most_64_wait()
    {
        using var peer = Attached();
        for (var i = 0; i < 70; i++)
        {
            peer.Blink(i);
        }

        Assert.Equal(Enumerable.Range(0, 64), peer.Said());
        Assert.Equal(6, peer.Drops.Sum(drop => drop.Count));
    }

    [Fact]
    public void At_the_end_those_that_wait_are_dropped_and_no_more_are_taken()
    {
        using var peer = Attached();
        peer.Blink(1);
        peer.Peer.End("over");
        peer.Blink(2);
        Assert.Equal([("Say", DropReason.Volatile, 1)], peer.Drops);
        Assert.Null(peer.Next());
    }

    [Fact]
    public async Task The_receiver_keeps_64_for_a_handler_and_drops_the_newest()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var gate = new TaskCompletionSource();
        peer.Handler.Work = (_, _) => gate.Task;
        peer.ReceiveVolatile(0);
        await peer.Handler.StartedAsync();
        for (var i = 1; i <= 100; i++)
        {
            peer.ReceiveVolatile(i);
        }

        peer.Receive((MessageKind.Emit, [0, 0], [127]));
        gate.SetResult();
        await peer.Handler.StartedAsync(65);
        Assert.Equal([.. Enumerable.Range(0, 65), 127], peer.Handler.Started);
        peer.ReceiveVolatile(101);
        await peer.Handler.StartedAsync();
    }

    [Fact]
    public async Task The_receiver_counts_them_in_no_window()
    {
        using var peer = new TestPeer(PeerRole.Server, limits: ProtocolLimits.Server with { WindowMessages = 4 });
        var gate = new TaskCompletionSource();
        peer.Handler.Work = (_, _) => gate.Task;
        for (var i = 0; i < 10; i++)
        {
            peer.ReceiveVolatile(i);
        }

        // Half of the window is one channel's.
        peer.Receive((MessageKind.Emit, [0, 0], [20]), (MessageKind.Emit, [0, 0], [21]));
        Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Emit, [0, 0], [22])));
        gate.SetResult();
        await peer.Handler.StartedAsync(13);
        peer.Peer.Frames.Tick();
        var taken = Assert.Single(peer.NextAll().SelectMany(frame => frame.Messages), message => message.Kind == MessageKind.Taken);
        Assert.Equal([0u, 3u], taken.Fields(2));
    }

    [Fact]
    public void The_receiver_acknowledges_nothing_for_them()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.ReceiveVolatile(1);
        Assert.Equal(0, peer.Peer.Inbox.Received);
        peer.Peer.Frames.Tick();
        Assert.Null(peer.Next());
    }

    private static TestPeer Attached()
    {
        var peer = new TestPeer(PeerRole.Client);
        peer.Peer.Wake = () => { };
        return peer;
    }
}
