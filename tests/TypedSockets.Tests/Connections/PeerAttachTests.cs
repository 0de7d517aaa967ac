using Microsoft.Extensions.Time.Testing;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Tests.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Tests.Connections;

/// <summary>A session that gets another socket.</summary>
public sealed class PeerAttachTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_socket_numbers_nothing_any_more_once_the_session_has_another()
    {
        using var peer = new TestPeer(PeerRole.Client, _time);
        var (old, oldEnd) = Open(peer);
        var run = old.RunAsync();
        peer.Peer.Attach(() => { });
        peer.Say(1);
        await old.WhenFlushedAsync().WaitAsync(TestPeer.Patience);
        Assert.Equal((0L, 1L), (peer.Peer.Outbox.Numbered, peer.Peer.Outbox.Tail));
        Assert.Equal([1], peer.Said());
        oldEnd.Abort();
        await run.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task The_end_of_an_old_socket_does_not_take_the_new_one_from_the_session()
    {
        using var peer = new TestPeer(PeerRole.Client, _time);
        var (old, oldEnd) = Open(peer);
        var run = old.RunAsync();
        var woken = 0;
        peer.Peer.Attach(() => woken++);
        peer.Blink(1);
        oldEnd.Abort();
        await run.WaitAsync(TestPeer.Patience);
        woken = 0;
        peer.Say(2);
        Assert.Equal(1, woken);
        Assert.Equal([1, 2], peer.Said());
        Assert.Empty(peer.Drops);
    }

    [Fact]
    public async Task What_was_being_written_when_the_line_broke_is_written_again_on_the_next_socket()
    {
        using var peer = new TestPeer(PeerRole.Client, _time);
        var (old, oldEnd) = Open(peer);
        var oldRun = old.RunAsync();
        peer.Say(1);
        peer.Say(2);
        await ReadUntilAsync(oldEnd, messages: 2);
        oldEnd.Abort();
        await oldRun.WaitAsync(TestPeer.Patience);
        peer.Say(3);
        Assert.True(peer.Peer.TryResume(1, out var replayed));
        Assert.Equal(1, replayed);
        var (next, nextEnd) = Open(peer);
        var nextRun = next.RunAsync();
        var frames = await ReadUntilAsync(nextEnd, messages: 2);
        Assert.Equal([2, 3], frames.Said());
        Assert.Equal(2, (int?)frames[0].Sequence);
        nextEnd.Abort();
        await nextRun.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public void Nothing_is_written_while_there_is_no_socket()
    {
        using var peer = new TestPeer(PeerRole.Client);
        Action wake = () => { };
        peer.Peer.Attach(wake);
        peer.Peer.Detach(wake);
        Assert.Null(peer.Peer.Wake);
        peer.Say(1);
        Assert.Equal(0, peer.Peer.Outbox.Numbered);
    }

    [Fact]
    public async Task On_a_new_socket_it_is_told_again_how_much_was_taken()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Receive((MessageKind.Emit, [0, 0], [1]));
        await peer.Handler.StartedAsync();
        peer.Peer.Frames.RequestPong();
        Assert.Contains(peer.NextAll().SelectMany(frame => frame.Messages), message => message.Kind == MessageKind.Taken);
        peer.Peer.Attach(() => { });
        var taken = Assert.Single(peer.Next()!.Messages);
        Assert.Equal(MessageKind.Taken, taken.Kind);
        Assert.Equal([0u, 1u], taken.Fields(2));
        Assert.Null(peer.Next());
    }

    [Fact]
    public void A_new_socket_does_not_inherit_the_pings_answers_and_state_of_the_old_one()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Peer.Frames.RequestPing();
        peer.Peer.Frames.RequestPong();
        peer.Peer.Frames.TellState(MessageKind.Auth, [1]);
        peer.Peer.Attach(() => { });
        Assert.All(peer.NextAll().SelectMany(frame => frame.Kinds), kind => Assert.Equal(MessageKind.Taken, kind));
    }

    [Fact]
    public void Of_two_states_of_a_kind_the_later_is_told_once()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Peer.Frames.TellState(MessageKind.Auth, [1]);
        peer.Peer.Frames.TellState(MessageKind.Auth, [2]);
        var message = Assert.Single(peer.Next()!.Messages);
        Assert.Equal((MessageKind.Auth, false, "02"), (message.Kind, message.IsNumbered, message.Body));
        Assert.Null(peer.Next());
    }

    [Fact]
    public void What_is_stated_in_the_handshake_is_acknowledged()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive((MessageKind.Cancel, [4], []), (MessageKind.Cancel, [4], []));
        Assert.Equal(2, peer.Peer.StateReceived());
        peer.Peer.Frames.Tick();
        Assert.Null(peer.Next());
    }

    [Fact]
    public void A_position_that_does_not_fit_is_no_resume()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Say(1);
        peer.Next();
        peer.ReceiveAck(1);
        Assert.False(peer.Peer.TryResume(0, out _));
        Assert.False(peer.Peer.TryResume(2, out _));
        Assert.True(peer.Peer.TryResume(1, out var replayed));
        Assert.Equal(0, replayed);
    }

    [Fact]
    public async Task A_resume_makes_room_for_those_that_wait()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: new OutboxLimits(4, 100_000));
        var waiting = Enumerable.Range(1, 4).Select(i => peer.SayAsync(i)).ToList()[^1];
        peer.Next();
        Assert.False(waiting.IsCompleted);
        peer.Peer.TryResume(3, out _);
        await waiting.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task Without_a_socket_only_so_much_more_may_be_added()
    {
        var size = OutboundMessage.Emit(0, TestSide.Say, MessageBody.Copy(new byte[1])).OutboxBytes;
        using var peer = new TestPeer(PeerRole.Server);
        for (var i = 0; i < 9; i++)
        {
            peer.Say(i);
        }

        // A quarter is kept for answers, of the smaller limit too.
        peer.Peer.Limit(7 * size);
        Assert.Equal([SendOutcome.Taken, SendOutcome.Taken, SendOutcome.Taken, SendOutcome.Full], Enumerable.Range(0, 4).Select(i => peer.Say(i)));
        var waiting = peer.SayAsync(20);
        Assert.False(waiting.IsCompleted);
        peer.Peer.Limit(moreBytes: null);
        await waiting.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task What_is_larger_than_the_other_end_turns_out_to_read_is_given_up()
    {
        using var peer = new TestPeer(PeerRole.Client, open: false);
        peer.Say(1, extraBytes: 5000);
        peer.Say(2);
        var call = peer.AskAsync(3);
        var acked = peer.Sender(TestSending.Default with { Completion = EmitCompletion.Acked }).SayAsync(4);
        peer.Peer.SetRemoteLimits(new PeerWindow(100, 100_000, 10), maxFrameBytes: 2048);
        Assert.Equal([("Say", DropReason.TooLarge, 1)], peer.Drops);
        peer.Peer.Channels.Open(peer.Channel, wireId: 0);
        Assert.Equal([2, 4], peer.Said());
        Assert.False(call.IsCompleted || acked.IsCompleted);
        peer.Peer.Renew(GapReason.Unknown, numbered: -1);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => call);
    }

    private static async Task<WireFrame> ReadAsync(ITransport transport)
    {
        var buffer = new FrameBuffer();
        Assert.True(await transport.ReceiveAsync(buffer, int.MaxValue, CancellationToken.None).AsTask().WaitAsync(TestPeer.Patience));
        return WireFrame.Parse(buffer.Frame);
    }

    // Reads frames until so many emits have come.
    private static async Task<List<WireFrame>> ReadUntilAsync(ITransport transport, int messages)
    {
        List<WireFrame> frames = [];
        while (frames.Said().Count < messages)
        {
            var frame = await ReadAsync(transport);
            if (frame.Kinds.Contains(MessageKind.Emit))
            {
                frames.Add(frame);
            }
        }

        return frames;
    }

    private (Connection Connection, ITransport Other) Open(TestPeer peer)
    {
        var (one, other) = InMemoryTransport.CreatePair();
        return (new Connection(one, peer.Peer, peer, ConnectionTimes.Default, _time), other);
    }
}
