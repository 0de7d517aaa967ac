using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Connections;

/// <summary>How far an emit has come when its task completes.</summary>
public sealed class EmitCompletionTests
{
    private static readonly SendOptions Sent = TestSending.Default with { Completion = EmitCompletion.Sent };
    private static readonly SendOptions Acked = TestSending.Default with { Completion = EmitCompletion.Acked };
    private static readonly SendOptions Handled = TestSending.Default with { Completion = EmitCompletion.Handled };

    [Fact]
    public void Queued_means_that_the_outbox_has_it()
    {
        using var peer = new TestPeer(PeerRole.Client);
        Assert.True(peer.Sender().SayAsync(1).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Sent_means_that_it_was_written_for_the_first_time()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var sent = peer.Sender(Sent).SayAsync(1);
        Assert.False(sent.IsCompleted);
        peer.Next();
        await sent.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task Acked_means_that_the_other_end_has_received_it()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var first = peer.Sender(Acked).SayAsync(1);
        var second = peer.Sender(Acked).SayAsync(2);
        peer.Next();
        peer.ReceiveAck(1);
        await first.WaitAsync(TestPeer.Patience);
        Assert.False(second.IsCompleted);
        Assert.True(peer.Peer.TryResume(2, out _));
        await second.WaitAsync(TestPeer.Patience);
    }

    [Theory]
    [InlineData(EmitCompletion.Sent)]
    [InlineData(EmitCompletion.Acked)]
    public async Task An_emit_that_is_dropped_was_not_delivered(EmitCompletion completion)
    {
        using var peer = new TestPeer(PeerRole.Client);
        var options = new SendOptions(Timeout.InfiniteTimeSpan) { Completion = completion, CoalesceKey = "a" };
        var dropped = peer.Sender(options).SayAsync(1);
        var kept = peer.Sender(options).SayAsync(2);
        var error = await Assert.ThrowsAsync<NotDeliveredException>(() => dropped.WaitAsync(TestPeer.Patience));
        Assert.Equal("'ITest.Say' was not delivered: it was dropped (Coalesced). It was surely never sent.", error.Message);
        Assert.False(kept.IsCompleted);
    }

    [Fact]
    public async Task An_emit_that_was_sent_in_a_session_that_is_lost_has_an_unknown_outcome()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var acked = peer.Sender(Acked).SayAsync(1);
        var sent = peer.Sender(Sent).SayAsync(2);
        peer.Next();
        peer.Peer.Renew(GapReason.Expired, numbered: -1);
        var error = await Assert.ThrowsAsync<OutcomeUnknownException>(() => acked.WaitAsync(TestPeer.Patience));
        Assert.Equal("the outcome of 'ITest.Say' is not known: it was sent, then the session was lost.", error.Message);
        await sent.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task An_emit_that_was_not_sent_in_a_session_that_is_lost_completes_in_the_next()
    {
        using var peer = new TestPeer(PeerRole.Client, open: false);
        var acked = peer.Sender(Acked).SayAsync(1);
        peer.Peer.Renew(GapReason.Expired, numbered: -1);
        peer.Peer.Channels.Open(peer.Channel, wireId: 0);
        peer.Next();
        Assert.False(acked.IsCompleted);
        peer.ReceiveAck(1);
        await acked.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task At_the_end_what_was_sent_is_unknown_and_what_was_not_is_not_delivered()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var acked = peer.Sender(Acked).SayAsync(1);
        peer.Next();
        var queued = peer.Sender(Acked).SayAsync(2);
        peer.Peer.End("over");
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => acked.WaitAsync(TestPeer.Patience));
        await Assert.ThrowsAsync<NotDeliveredException>(() => queued.WaitAsync(TestPeer.Patience));
        Assert.Equal([("Say", DropReason.Disposed, 1)], peer.Drops);
    }

    [Fact]
    public async Task Giving_up_the_wait_does_not_take_the_emit_back()
    {
        using var peer = new TestPeer(PeerRole.Client);
        using var cancel = new CancellationTokenSource();
        var acked = peer.Sender(Acked).SayAsync(7, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => acked);
        Assert.Equal([7], peer.Said());
    }

    [Fact]
    public async Task An_emit_that_waits_for_room_goes_on_to_its_level()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: new OutboxLimits(4, 100_000));
        var acked = Enumerable.Range(1, 4).Select(i => peer.Sender(Acked).SayAsync(i)).ToArray();
        peer.Next();
        peer.ReceiveAck(3);
        await Task.WhenAll(acked[..3]).WaitAsync(TestPeer.Patience);
        Assert.Equal([4], peer.Said());
        Assert.False(acked[3].IsCompleted);
        peer.ReceiveAck(4);
        await acked[3].WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task Handled_means_that_the_handler_has_finished()
    {
        using var link = new TestLink();
        var gate = new TaskCompletionSource();
        link.Server.Handler.Work = (_, _) => gate.Task;
        var handled = link.Client.Sender(Handled).SayAsync(5);
        link.Carry();
        await link.Server.Handler.StartedAsync();
        link.Carry();
        Assert.False(handled.IsCompleted);
        gate.SetResult();
        await link.CarryUntilAsync(handled);
    }

    [Fact]
    public async Task An_emit_whose_sender_wants_to_know_comes_as_a_call_and_is_answered_with_nil()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive((MessageKind.Invoke, [0, 0, 4], [5]));
        await peer.Handler.StartedAsync();
        await peer.Channel.StopAsync().WaitAsync(TestPeer.Patience);
        var answer = Assert.Single(peer.Next()!.Messages);
        Assert.Equal((MessageKind.Result, "04C0"), (answer.Kind, answer.Body));
        Assert.Equal([5], peer.Handler.Started);
    }

    [Fact]
    public async Task What_the_handler_of_an_emit_threw_is_told_to_a_sender_who_waits_for_it()
    {
        using var link = new TestLink();
        link.Server.Handler.Work = (_, _) => throw new InvalidOperationException("broken");
        var handled = link.Client.Sender(Handled).SayAsync(5);
        var error = await Assert.ThrowsAsync<SocketRemoteException>(() => link.CarryUntilAsync(handled).ContinueWith(_ => handled, TaskScheduler.Default).Unwrap());
        Assert.Equal((SocketErrorCode.HandlerFailed, "ITest.Say"), (error.Code, error.Method));
        Assert.Equal("broken", Assert.Single(link.Server.Handler.Failures).Message);
    }
}
