using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Connections;

/// <summary>What becomes of everything when the session is lost and another takes its place.</summary>
public sealed class PeerRenewTests
{
    [Fact]
    public async Task Calls_that_were_sent_have_an_unknown_outcome_and_the_others_were_not_delivered()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: new OutboxLimits(8, 100_000), window: new PeerWindow(100, 10_000, 2));
        var calls = Enumerable.Range(0, 10).Select(i => peer.AskAsync(i)).ToArray();
        Assert.Equal(2, peer.Next()!.Messages.Count);
        peer.ReceiveAck(1);
        peer.Peer.Renew(GapReason.Expired, numbered: -1);
        foreach (var call in calls[..2])
        {
            var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => call);
            Assert.Equal("the outcome of 'ITest.Ask' is not known: it was sent, then the session was lost (Expired).", unknown.Message);
        }

        foreach (var call in calls[2..])
        {
            var never = await Assert.ThrowsAsync<NotDeliveredException>(() => call);
            Assert.Equal("'ITest.Ask' was not delivered: the session was lost (Expired). It was surely never sent.", never.Message);
        }

        Open(peer);
        Assert.Null(peer.Next());
    }

    [Fact]
    public async Task Calls_of_the_new_session_get_their_answers()
    {
        using var peer = new TestPeer(PeerRole.Client, window: new PeerWindow(100, 10_000, 1));
        var old = peer.AskAsync(1);
        peer.Next();
        peer.Peer.Renew(GapReason.Unknown, numbered: -1);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => old);
        Open(peer);
        var call = peer.AskAsync(2);
        var id = Assert.Single(peer.Next()!.Messages).Fields(3)[2];
        peer.Receive((MessageKind.Result, [id], [2]));
        Assert.Equal(2, await call);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(10, 8L)]
    [InlineData(2, 0L)]
    [InlineData(1, 0L)]
    public void What_the_server_had_numbered_beyond_what_came_was_not_received(long numbered, long? notReceived)
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Receive((MessageKind.Emit, [0, 0], [1]), (MessageKind.Emit, [0, 0], [2]));
        var loss = peer.Peer.Renew(GapReason.Evicted, numbered);
        Assert.Equal((GapReason.Evicted, notReceived), (loss.Reason, loss.NotReceived));
        Assert.Equal(0, peer.Peer.Inbox.Received);
    }

    [Fact]
    public void Emits_that_were_sent_and_not_taken_are_named_and_calls_are_not()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Say(1);
        peer.Say(2);
        _ = peer.AskAsync(3);
        peer.Sender().Shout(4);
        peer.Next();
        peer.Say(5);
        peer.ReceiveAck(4);
        peer.Receive((MessageKind.Taken, [0, 1], []));
        Assert.Equal(
            [new Unconfirmed("test", "ITest.Say", 2), new Unconfirmed("test", "ITest.Shout", 4)],
            peer.Peer.Renew(GapReason.Expired, numbered: -1).Unconfirmed);
    }

    [Fact]
    public async Task Emits_that_were_never_sent_follow_in_their_order_and_behind_them_those_that_wait_for_room()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: new OutboxLimits(8, 100_000));
        peer.Say(1);
        peer.Next();
        _ = peer.AskAsync(2);
        for (var i = 3; i <= 6; i++)
        {
            peer.Say(i);
        }

        var waiting = new[] { peer.SayAsync(7), peer.SayAsync(8), peer.SayAsync(9) };
        Assert.DoesNotContain(waiting, task => task.IsCompleted);
        peer.Peer.Renew(GapReason.Expired, numbered: -1);
        await Task.WhenAll(waiting[..2]).WaitAsync(TestPeer.Patience);
        Open(peer);
        Assert.Equal([3, 4, 5, 6, 7, 8], peer.Said());
        peer.ReceiveAck(6);
        await waiting[2].WaitAsync(TestPeer.Patience);
        Assert.Equal([9], peer.Said());
    }

    [Fact]
    public async Task The_first_words_of_the_new_session_go_before_what_was_carried_over()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Say(1);
        peer.Peer.Renew(GapReason.Expired, numbered: -1);
        peer.Peer.Outbox.HoldsCarriedOver = true;
        Open(peer);
        await SetUpAsync();
        peer.Say(4);
        Assert.Equal([2, 3], peer.Said());
        peer.Peer.Outbox.HoldsCarriedOver = false;
        Assert.Equal([1, 4], peer.Said());

        async Task SetUpAsync()
        {
            UrgentScope.Enter();
            peer.Say(2);
            await peer.SayAsync(3);
        }
    }

    [Fact]
    public async Task The_first_words_for_which_others_give_way_still_go_first()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: new OutboxLimits(4, 100_000));
        peer.Say(1);
        peer.Say(2);
        peer.Say(3);
        peer.Peer.Renew(GapReason.Expired, numbered: -1);
        peer.Peer.Outbox.HoldsCarriedOver = true;
        Open(peer);
        await SetUpAsync();
        Assert.Equal([4, 5], peer.Said());
        peer.Peer.Outbox.HoldsCarriedOver = false;
        Assert.Equal([2, 3], peer.Said());

        async Task SetUpAsync()
        {
            UrgentScope.Enter();
            var sender = peer.Sender(TestSending.Default with { WhenFull = WhenFull.DropOldest });
            sender.Say(4);
            sender.Say(5);
            await Task.CompletedTask;
        }
    }

    [Fact]
    public async Task The_old_sessions_calls_are_cancelled_and_their_answers_do_not_go_out()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var gate = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        peer.Handler.Work = (argument, call) =>
        {
            call.CancellationToken.Register(() => cancelled.TrySetResult());
            return argument == 1 ? gate.Task : Task.CompletedTask;
        };
        peer.Receive((MessageKind.Invoke, [0, 1, 1], [1]));
        await peer.Handler.StartedAsync();
        peer.Peer.Renew(GapReason.Expired, numbered: -1);
        await cancelled.Task.WaitAsync(TestPeer.Patience);
        Open(peer);
        peer.Receive((MessageKind.Invoke, [0, 1, 1], [2]));
        gate.SetResult();
        await peer.Handler.StartedAsync();
        await peer.Channel.StopAsync().WaitAsync(TestPeer.Patience);
        var answer = Assert.Single(peer.NextAll().SelectMany(frame => frame.Messages), message => message.Kind == MessageKind.Result);
        Assert.Equal("0102", answer.Body);
    }

    [Fact]
    public void Answers_that_wait_are_given_up()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Handler.Work = (_, _) => new TaskCompletionSource().Task;
        peer.Receive((MessageKind.Invoke, [0, 1, 1], [1]));
        peer.Peer.Calls.FindInbound(1)!.Fail(SocketErrorCode.HandlerFailed, null);
        peer.Peer.Renew(GapReason.Expired, numbered: -1);
        Assert.Null(peer.Next());
    }

    [Fact]
    public async Task Emits_of_the_old_session_are_still_handled_and_its_calls_are_not()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var gate = new TaskCompletionSource();
        peer.Handler.Work = (argument, _) => argument == 1 ? gate.Task : Task.CompletedTask;
        peer.Receive(
            (MessageKind.Emit, [0, 0], [1]), (MessageKind.Emit, [0, 0], [2]), (MessageKind.Invoke, [0, 1, 1], [3]), (MessageKind.Emit, [0, 0], [4]));
        await peer.Handler.StartedAsync();
        peer.Peer.Renew(GapReason.Expired, numbered: -1);
        Open(peer);
        peer.Receive((MessageKind.Emit, [0, 0], [5]));
        gate.SetResult();
        await peer.Handler.StartedAsync(3);
        Assert.Equal([1, 2, 4, 5], peer.Handler.Started);
    }

    [Fact]
    public async Task Messages_of_the_old_session_do_not_count_as_taken_in_the_new_one()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var gate = new TaskCompletionSource();
        peer.Handler.Work = (_, _) => gate.Task;
        peer.Receive((MessageKind.Emit, [0, 0], [1]), (MessageKind.Emit, [0, 0], [2]), (MessageKind.Emit, [0, 0], [3]));
        await peer.Handler.StartedAsync();
        peer.Peer.Renew(GapReason.Expired, numbered: -1);
        Open(peer);
        peer.Receive((MessageKind.Emit, [0, 0], [4]));
        gate.SetResult();
        await peer.Handler.StartedAsync(3);
        peer.Peer.Frames.RequestPong();
        var taken = Assert.Single(peer.NextAll().SelectMany(frame => frame.Messages), message => message.Kind == MessageKind.Taken);
        Assert.Equal([0u, 1u], taken.Fields(2));
    }

    [Fact]
    public async Task Messages_of_lost_sessions_use_up_no_window()
    {
        using var peer = new TestPeer(PeerRole.Client, limits: ProtocolLimits.Client with { WindowMessages = 4 });
        var gate = new TaskCompletionSource();
        peer.Handler.Work = (_, _) => gate.Task;
        peer.Receive((MessageKind.Emit, [0, 0], [0]));
        await peer.Handler.StartedAsync();
        for (var session = 0; session < 5; session++)
        {
            peer.Receive((MessageKind.Emit, [0, 0], [1]), (MessageKind.Invoke, [0, 1, 1], [1]));
            peer.Peer.Renew(GapReason.Expired, numbered: -1);
            Open(peer);
        }

        gate.SetResult();
        await peer.Handler.StartedAsync(5);
        Assert.Equal(6, peer.Handler.Started.Count);
    }

    [Fact]
    public async Task Waiting_to_be_settled_goes_on_into_the_new_session()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Say(1);
        peer.Next();
        var settled = peer.Peer.Progress.WhenSettledAsync();
        peer.Say(2);
        peer.Peer.Renew(GapReason.Expired, numbered: -1);
        Assert.False(settled.IsCompleted);
        Open(peer);
        peer.NextAll();
        peer.ReceiveAck(1);
        peer.Receive((MessageKind.Taken, [0, 1], []));
        await settled.WaitAsync(TestPeer.Patience);
    }

    private static void Open(TestPeer peer) => peer.Peer.Channels.Open(peer.Channel, wireId: 0);
}
