using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Connections;

/// <summary>What becomes of calls and messages when a session ends.</summary>
public sealed class PeerEndTests
{
    [Fact]
    public async Task Calls_that_were_sent_are_told_apart_from_those_that_were_not()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: new OutboxLimits(8, 100_000), window: new PeerWindow(100, 10_000, 2));
        var calls = Enumerable.Range(0, 10).Select(i => peer.AskAsync(i)).ToArray();
        Assert.Equal(2, peer.Next()!.Messages.Count);
        peer.Peer.End("the line is cut");
        for (var i = 0; i < calls.Length; i++)
        {
            if (i < 2)
            {
                var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => calls[i]);
                Assert.Equal("the outcome of 'ITest.Ask' is not known: it was sent, then the line is cut.", unknown.Message);
            }
            else
            {
                var never = await Assert.ThrowsAsync<NotDeliveredException>(() => calls[i]);
                Assert.Equal("'ITest.Ask' was not delivered: the line is cut. It was surely never sent.", never.Message);
            }
        }
    }

    [Fact]
    public async Task A_call_that_was_answered_keeps_its_answer()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var call = peer.AskAsync(5);
        peer.Next();
        peer.Receive((MessageKind.Result, [0], [5]));
        peer.Peer.End("over");
        Assert.Equal(5, await call);
    }

    [Fact]
    public async Task Nothing_is_taken_after_the_end()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Peer.End("over");
        peer.Peer.End("a later reason");
        Assert.Equal(SendOutcome.Ended, peer.Say(1));
        Assert.Equal("the message was not taken: over.", (await Assert.ThrowsAsync<SocketClosedException>(() => peer.SayAsync(1))).Message);
        await Assert.ThrowsAsync<NotDeliveredException>(() => peer.AskAsync(1));
        peer.Peer.Emits.SendControl(MessageKind.ChannelOpen, [1]);
        Assert.Null(peer.Next());
        Assert.Equal("over", peer.Peer.EndReason);
    }

    [Fact]
    public async Task An_emit_that_waits_for_room_fails_at_the_end()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: new OutboxLimits(4, 100_000));
        var waiting = Enumerable.Range(0, 5).Select(i => peer.SayAsync(i)).ToArray();
        Assert.Equal([true, true, true, false, false], waiting.Select(task => task.IsCompleted));
        peer.Peer.End("over");
        await Assert.ThrowsAsync<SocketClosedException>(() => waiting[3]);
        await Assert.ThrowsAsync<SocketClosedException>(() => waiting[4]);
    }

    [Fact]
    public async Task Handlers_are_cancelled_at_the_end()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var tokens = new List<CancellationToken>();
        peer.Handler.Work = (_, call) =>
        {
            tokens.Add(call.CancellationToken);
            return Task.CompletedTask;
        };
        peer.Receive((MessageKind.Emit, [0, 0], [1]));
        await peer.Handler.StartedAsync();
        await peer.Channel.StopAsync();
        Assert.False(tokens[0].IsCancellationRequested);
        peer.Peer.End("over");
        Assert.True(tokens[0].IsCancellationRequested && peer.Peer.Ended.IsCancellationRequested);
    }

    [Fact]
    public async Task The_calls_of_the_other_end_are_cancelled_at_the_end_and_get_no_answer()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var cancelled = new TaskCompletionSource();
        peer.Handler.Work = async (_, call) =>
        {
            await using var registration = call.CancellationToken.Register(() => cancelled.TrySetResult());
            await cancelled.Task;
        };
        peer.Receive((MessageKind.Invoke, [0, 1, 0], [1]));
        await peer.Handler.StartedAsync();
        peer.Peer.End("over");
        await cancelled.Task.WaitAsync(TestPeer.Patience);
        await peer.Channel.StopAsync().WaitAsync(TestPeer.Patience);
        Assert.Null(peer.Next());
    }

    [Fact]
    public async Task A_callback_that_throws_at_the_end_does_not_stop_it()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Handler.Work = (_, call) =>
        {
            call.CancellationToken.Register(() => throw new InvalidOperationException("a callback"));
            return new TaskCompletionSource().Task;
        };
        using var registration = peer.Peer.Ended.Register(() => throw new InvalidOperationException("another callback"));
        var asked = peer.AskAsync(1);
        peer.Receive((MessageKind.Invoke, [0, 1, 0], [1]));
        await peer.Handler.StartedAsync();
        peer.Peer.End("over");
        await Assert.ThrowsAsync<NotDeliveredException>(() => asked);
        Assert.True(peer.Peer.Ended.IsCancellationRequested);
    }

    [Fact]
    public async Task Settled_means_that_everything_was_received_and_taken()
    {
        using var link = new TestLink();
        Assert.True(link.Client.Peer.Progress.WhenSettledAsync().IsCompleted);
        for (var i = 0; i < 100; i++)
        {
            link.Client.Say(i);
        }

        var settled = link.Client.Peer.Progress.WhenSettledAsync();
        Assert.False(settled.IsCompleted);
        link.Carry();
        await link.Server.Handler.StartedAsync(100);
        link.Server.Peer.Frames.Tick();
        await link.CarryUntilAsync(settled);
        Assert.Equal(100, link.Server.Handler.Started.Count);
    }

    [Fact]
    public void Waiting_to_be_settled_bears_that_everything_settles_at_once()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Say(1);
        peer.Next();
        peer.Peer.Wake = () =>
        {
            peer.Peer.Wake = null;
            peer.ReceiveAck(1);
            peer.Receive((MessageKind.Taken, [0, 1], []));
        };
        Assert.True(peer.Peer.Progress.WhenSettledAsync().IsCompleted);
    }

    [Fact]
    public async Task Waiting_to_be_settled_ends_with_the_session()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Say(1);
        var settled = peer.Peer.Progress.WhenSettledAsync();
        peer.Peer.End("over");
        await settled.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task A_call_that_is_given_up_settles_what_waited_for_it()
    {
        using var peer = new TestPeer(PeerRole.Client, open: false);
        using var cancel = new CancellationTokenSource();
        var call = peer.AskAsync(1, cancel: cancel.Token);
        var settled = peer.Peer.Progress.WhenSettledAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        await settled.WaitAsync(TestPeer.Patience);
    }
}
