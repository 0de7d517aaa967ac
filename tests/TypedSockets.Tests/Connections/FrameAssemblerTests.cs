using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Connections;

public sealed class FrameAssemblerTests
{
    [Fact]
    public void Nothing_to_say_makes_no_frame()
    {
        using var peer = new TestPeer(PeerRole.Client);
        Assert.Null(peer.Next());
    }

    [Fact]
    public void What_was_queued_goes_into_one_frame()
    {
        using var peer = new TestPeer(PeerRole.Client);
        for (var i = 0; i < 50; i++)
        {
            peer.Say(i);
        }

        var frame = Assert.Single(peer.NextAll());
        Assert.Equal(50, frame.Messages.Count);
        Assert.Equal(1, (int?)frame.Sequence);
    }

    [Fact]
    public void A_frame_of_several_messages_stays_within_16_KiB()
    {
        using var peer = new TestPeer(PeerRole.Client);
        for (var i = 0; i < 200; i++)
        {
            peer.Say(i, extraBytes: 1000);
        }

        var frames = peer.NextAll();
        Assert.All(frames, frame => Assert.InRange(frame.Length, 1, ProtocolLimits.CoalesceBytes));
        Assert.All(frames.SkipLast(1), frame => Assert.InRange(frame.Length, ProtocolLimits.CoalesceBytes - 1100, ProtocolLimits.CoalesceBytes));
        Assert.Equal(200, frames.Sum(frame => frame.Messages.Count));
    }

    [Fact]
    public void A_frame_holds_at_most_1024_messages()
    {
        using var peer = new TestPeer(PeerRole.Client);
        for (var i = 0; i < 2100; i++)
        {
            peer.Say(i & 63);
        }

        var frames = peer.NextAll();
        Assert.All(frames, frame => Assert.InRange(frame.Messages.Count, 1, 1024));
        Assert.Equal(2100, frames.Sum(frame => frame.Messages.Count));
    }

    [Fact]
    public void A_message_larger_than_the_soft_limit_goes_alone_and_in_its_turn()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Say(1);
        peer.Say(2, extraBytes: 40_000);
        peer.Say(3);
        Assert.Equal([1, 1, 1], peer.NextAll().Select(frame => frame.Messages.Count));
    }

    [Fact]
    public void Each_frame_says_the_number_of_its_first_message()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Say(1);
        peer.Say(2);
        Assert.Equal(1, (int?)peer.Next()!.Sequence);
        peer.Say(3);
        Assert.Equal(3, (int?)peer.Next()!.Sequence);
    }

    [Fact]
    public void An_acknowledgement_rides_on_the_next_frame()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive((MessageKind.Emit, [0, 0], TestPeer.Argument(1)));
        Assert.Null(peer.Next());
        peer.Say(1);
        var frame = peer.Next()!;
        Assert.Equal(1, (int?)frame.Ack);
        Assert.Equal([MessageKind.Emit], frame.Kinds);
        peer.Say(2);
        Assert.Null(peer.Next()!.Ack);
    }

    [Fact]
    public void An_acknowledgement_goes_alone_after_256_messages()
    {
        using var peer = new TestPeer(PeerRole.Server);
        for (var i = 1; i <= 256; i++)
        {
            Assert.Null(peer.Next());
            peer.Receive((MessageKind.Cancel, [4], []));
        }

        var frame = peer.Next()!;
        Assert.Equal(256, (int?)frame.Ack);
        Assert.Equal([MessageKind.Ack], frame.Kinds);
        Assert.Null(peer.Next());
    }

    [Fact]
    public async Task What_was_taken_rides_on_an_acknowledgement_that_goes_alone()
    {
        using var peer = new TestPeer(PeerRole.Server);
        for (var i = 1; i <= 255; i++)
        {
            peer.Receive((MessageKind.Emit, [0, 0], TestPeer.Argument(i)));
        }

        await peer.Handler.StartedAsync(255);
        Assert.Null(peer.Next());
        peer.Receive((MessageKind.Cancel, [4], []));
        var frame = peer.Next()!;
        Assert.Equal([MessageKind.Ack, MessageKind.Taken], frame.Kinds);
        Assert.Equal([0u, 255u], frame.Messages[1].Fields(2));
        Assert.Null(peer.Next());
    }

    [Fact]
    public void An_acknowledgement_of_a_server_goes_alone_at_a_tick()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive((MessageKind.Cancel, [4], []));
        Assert.Null(peer.Next());
        peer.Peer.Frames.Tick();
        Assert.Equal([MessageKind.Ack], peer.Next()!.Kinds);
        peer.Peer.Frames.Tick();
        Assert.Null(peer.Next());
    }

    [Fact]
    public void A_tick_wakes_nobody_where_there_is_nothing_to_say()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var woken = 0;
        peer.Peer.Attach(() => woken++);
        peer.NextAll();

        // As one that comes when another frame has just acknowledged all.
        peer.Peer.Frames.RequestAck();
        Assert.Null(peer.Next());
        woken = 0;
        peer.Peer.Frames.Tick();
        Assert.Equal(0, woken);
    }

    [Fact]
    public async Task A_client_acknowledges_and_tells_at_every_fifth_tick()
    {
        using var peer = new TestPeer(PeerRole.Client);
        for (var second = 0; second < 2; second++)
        {
            peer.Receive((MessageKind.Emit, [0, 0], TestPeer.Argument(1)));
            await peer.Handler.StartedAsync();
            for (var tick = 0; tick < 4; tick++)
            {
                peer.Peer.Frames.Tick();
                Assert.Null(peer.Next());
            }

            peer.Peer.Frames.Tick();
            var frame = peer.Next()!;
            Assert.Equal(second + 1, (int?)frame.Ack);
            Assert.Equal([MessageKind.Taken], frame.Kinds);
        }
    }

    [Fact]
    public async Task What_a_server_has_taken_is_told_at_a_tick()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive((MessageKind.Emit, [0, 0], TestPeer.Argument(1)), (MessageKind.Emit, [0, 0], TestPeer.Argument(2)));
        await peer.Handler.StartedAsync(2);
        Assert.Null(peer.Next());
        peer.Peer.Frames.Tick();
        var taken = Assert.Single(peer.Next()!.Messages);
        Assert.Equal((MessageKind.Taken, false), (taken.Kind, taken.IsNumbered));
        Assert.Equal([0u, 2u], taken.Fields(2));
    }

    [Theory]
    [InlineData(1, 32)]
    [InlineData(3, 96)]
    public async Task What_was_taken_is_told_at_once_after_an_eighth_of_the_window_that_the_channels_share(int channels, int window)
    {
        using var peer = new TestPeer(PeerRole.Server, limits: ProtocolLimits.Server with { WindowMessages = window });
        for (var other = 1; other < channels; other++)
        {
            peer.Peer.Channels.Open(peer.Peer.Channels.Add(TestSide.Contract("other"), peer.Handler), wireId: (uint)other);
        }

        for (var i = 1; i <= 3; i++)
        {
            peer.Receive((MessageKind.Emit, [0, 0], TestPeer.Argument(i)));
        }

        await peer.Handler.StartedAsync(3);
        Assert.Null(peer.Next());
        var woken = new TaskCompletionSource();
        peer.Peer.Wake = () => woken.TrySetResult();
        peer.Receive((MessageKind.Emit, [0, 0], TestPeer.Argument(4)));
        await woken.Task.WaitAsync(TestPeer.Patience);
        Assert.Equal([0u, 4u], Assert.Single(peer.Next()!.Messages).Fields(2));
    }

    [Fact]
    public async Task A_ping_is_answered_with_all_that_the_other_end_may_wait_for()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive((MessageKind.Emit, [0, 0], TestPeer.Argument(1)));
        await peer.Handler.StartedAsync();
        peer.Receive((MessageKind.Ping, [], []));
        var frame = peer.Next()!;
        Assert.Equal([MessageKind.Pong, MessageKind.Taken], frame.Kinds);
        Assert.Equal(1, (int?)frame.Ack);
    }

    [Fact]
    public void Control_goes_before_what_is_queued()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Say(1);
        peer.Peer.Frames.RequestPing();
        Assert.Equal([MessageKind.Ping, MessageKind.Emit], peer.Next()!.Kinds);
    }

    [Fact]
    public void The_envelopes_of_all_messages_are_those_of_the_specification()
    {
        using var peer = new TestPeer(PeerRole.Client, open: false);
        peer.Peer.Channels.Open(peer.Channel, wireId: 300);
        peer.Say(5);
        _ = peer.AskAsync(6);
        peer.Peer.Emits.SendControl(MessageKind.ChannelOpen, [1, 2, 3]);
        Assert.Equal(["AC020005", "AC02010006", "010203"], peer.Next()!.Messages.Select(message => message.Body));
    }

    [Fact]
    public void What_stands_behind_a_message_that_may_not_go_wakes_nobody()
    {
        using var peer = new TestPeer(PeerRole.Client, open: false);
        var other = peer.Peer.Channels.Add(TestSide.Contract("other"), peer.Handler);
        var wakes = 0;
        peer.Peer.Wake = () => wakes++;
        peer.Say(1);
        peer.Say(2);
        peer.Say(3);
        Assert.Equal(1, wakes);
        peer.Peer.Emits.TrySend(OutboundMessage.Emit(other.Index, TestSide.Say, MessageBody.Copy([4])));
        Assert.Equal(2, wakes);
        peer.Peer.Channels.Open(peer.Channel, wireId: 0);
        Assert.Equal(3, wakes);
        Assert.Equal([1, 2, 3], peer.Said());
        peer.Say(5);
        Assert.Equal(4, wakes);
    }

    [Fact]
    public void What_comes_behind_a_message_that_gave_way_wakes_the_pump()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: new OutboxLimits(4, 100_000), open: false);
        var wakes = 0;
        peer.Peer.Wake = () => wakes++;
        peer.Say(1);
        peer.Say(2);
        peer.Say(3);
        peer.Sender(TestSending.Default with { WhenFull = WhenFull.DropOldest }).Say(4);
        Assert.Equal(2, wakes);
    }
}
