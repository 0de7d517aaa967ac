using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Connections;

/// <summary>What happens when the outbox is full.</summary>
public sealed class AdmissionTests
{
    // Three emits or calls, and one answer.
    private static readonly OutboxLimits Tiny = new(4, 100_000);

    [Fact]
    public void An_emit_that_may_not_wait_finds_it_full()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: Tiny);
        Assert.Equal([SendOutcome.Taken, SendOutcome.Taken, SendOutcome.Taken, SendOutcome.Full], Enumerable.Range(0, 4).Select(i => peer.Say(i)));
    }

    [Fact]
    public async Task A_call_that_may_not_wait_fails_with_a_text_that_says_what_to_do()
    {
        using var peer = Filled();
        var error = await Assert.ThrowsAsync<BufferFullException>(() => peer.AskAsync(1, wait: false));
        Assert.Equal(
            "'ITest.Ask' was not taken: the outbox is full (4 messages, 100000 bytes). More is emitted than the connection carries away. "
            + "Emit less, or declare the method '[OneWay] ValueTask' and await it, so that it waits for room.",
            error.Message);
    }

    [Fact]
    public async Task Emits_that_wait_are_admitted_in_their_order()
    {
        using var peer = Filled();
        var waiting = Enumerable.Range(10, 3).Select(i => peer.SayAsync(i)).ToArray();
        Assert.Equal(3, peer.Next()!.Messages.Count);
        peer.ReceiveAck(2);
        await Task.WhenAll(waiting[0], waiting[1]).WaitAsync(TestPeer.Patience);
        Assert.False(waiting[2].IsCompleted);
        Assert.Equal(["00000A", "00000B"], peer.Next()!.Messages.Select(message => message.Body));
        peer.ReceiveAck(3);
        await waiting[2].WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public void A_new_message_does_not_overtake_those_that_wait()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: new OutboxLimits(100, 4000));
        peer.Say(1, extraBytes: 2000);
        _ = peer.SayAsync(2, extraBytes: 2000);
        Assert.Equal(SendOutcome.Full, peer.Say(3));
    }

    [Fact]
    public async Task Answers_are_admitted_before_emits()
    {
        using var peer = new TestPeer(PeerRole.Server, outbox: Tiny);
        peer.Handler.Work = (_, _) => Task.Delay(Timeout.Infinite);
        peer.Receive((MessageKind.Invoke, [0, 1, 0], [1]), (MessageKind.Invoke, [0, 1, 2], [1]), (MessageKind.Invoke, [0, 1, 4], [1]));
        for (var i = 0; i < 3; i++)
        {
            peer.Say(i);
        }

        var emit = peer.SayAsync(9);
        foreach (var id in new uint[] { 0, 2, 4 })
        {
            peer.Peer.Calls.FindInbound(id)!.Fail(SocketErrorCode.HandlerFailed, null);
        }

        Assert.Equal([MessageKind.Emit, MessageKind.Emit, MessageKind.Emit, MessageKind.Error], peer.Next()!.Kinds);
        peer.ReceiveAck(1);
        Assert.Equal([2u], peer.Next()!.Messages.Select(message => message.Fields(1)[0]));
        Assert.False(emit.IsCompleted);
        peer.ReceiveAck(5);
        await emit.WaitAsync(TestPeer.Patience);
        Assert.Equal([MessageKind.Error, MessageKind.Emit], peer.Next()!.Kinds);
    }

    [Fact]
    public async Task An_emit_that_waits_can_be_cancelled_and_is_never_sent()
    {
        using var peer = Filled();
        using var cancel = new CancellationTokenSource();
        var waiting = peer.SayAsync(9, cancel: cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        peer.Next();
        peer.ReceiveAck(3);
        Assert.Null(peer.Next());
    }

    [Fact]
    public async Task Those_behind_a_message_that_gave_up_need_not_wait_for_its_room()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: new OutboxLimits(100, 4000));
        peer.Say(1, extraBytes: 2000);
        using var cancel = new CancellationTokenSource();
        var large = peer.SayAsync(2, extraBytes: 2500, cancel: cancel.Token);
        var small = peer.SayAsync(3);
        Assert.False(small.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        await small.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task A_call_that_gives_up_makes_room_for_those_that_wait()
    {
        using var peer = new TestPeer(PeerRole.Client, outbox: Tiny, open: false);
        using var cancel = new CancellationTokenSource();
        var call = peer.AskAsync(1, cancel: cancel.Token);
        peer.Say(2);
        peer.Say(3);
        var waiting = peer.SayAsync(4);
        Assert.False(waiting.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        await waiting.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task A_call_that_waits_can_be_cancelled_and_is_never_sent()
    {
        using var peer = Filled();
        using var cancel = new CancellationTokenSource();
        var call = peer.AskAsync(9, cancel: cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        peer.Next();
        peer.ReceiveAck(3);
        Assert.Null(peer.Next());
    }

    [Fact]
    public void No_message_that_could_never_find_room_is_accepted_before_the_handshake()
    {
        using var peer = new Peer(PeerRole.Client, ProtocolLimits.Client, OutboxLimits.Client, TimeProvider.System);
        Assert.InRange(peer.MaxOutboundBytes, 1, ProtocolLimits.Server.MaxMessageBytes);
    }

    private static TestPeer Filled()
    {
        var peer = new TestPeer(PeerRole.Client, outbox: Tiny);
        for (var i = 0; i < 3; i++)
        {
            peer.Say(i);
        }

        return peer;
    }
}
