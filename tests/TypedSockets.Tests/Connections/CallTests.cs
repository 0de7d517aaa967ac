using Microsoft.Extensions.Time.Testing;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Connections;

public sealed class CallTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_call_is_answered_in_both_directions()
    {
        using var link = new TestLink();
        var forth = link.Client.AskAsync(5);
        var back = link.Server.AskAsync(6);
        Assert.Equal(5, await link.CarryUntilAsync(forth));
        Assert.Equal(6, await link.CarryUntilAsync(back));
    }

    [Fact]
    public void Ids_tell_which_end_called_and_are_not_used_again()
    {
        using var link = new TestLink();
        for (var i = 0; i < 3; i++)
        {
            _ = link.Client.AskAsync(i);
            _ = link.Server.AskAsync(i);
        }

        Assert.Equal([0u, 2u, 4u], link.Client.Next()!.Messages.Select(message => message.Fields(3)[2]));
        Assert.Equal([1u, 3u, 5u], link.Server.Next()!.Messages.Select(message => message.Fields(3)[2]));
    }

    [Fact]
    public async Task A_call_that_takes_too_long_fails_and_is_cancelled_at_the_other_end()
    {
        using var peer = new TestPeer(PeerRole.Client, _time);
        var call = peer.AskAsync(5, TimeSpan.FromSeconds(3));
        peer.Next();
        Tick(peer, TimeSpan.FromSeconds(2.9));
        Assert.False(call.IsCompleted);
        Tick(peer, TimeSpan.FromSeconds(0.1));
        var error = await Assert.ThrowsAsync<SocketTimeoutException>(() => call);
        Assert.Equal("'ITest.Ask' was not answered within 3 s. Its handler is being cancelled; whether it had an effect is not known.", error.Message);
        var cancel = Assert.Single(peer.Next()!.Messages);
        Assert.Equal((MessageKind.Cancel, true, "00"), (cancel.Kind, cancel.IsNumbered, cancel.Body));
    }

    [Fact]
    public async Task A_call_that_takes_too_long_before_it_was_sent_is_never_sent()
    {
        using var peer = new TestPeer(PeerRole.Client, _time, open: false);
        var call = peer.AskAsync(5, TimeSpan.FromSeconds(3));
        Tick(peer, TimeSpan.FromSeconds(3));
        await Assert.ThrowsAsync<SocketTimeoutException>(() => call);
        peer.Peer.Channels.Open(peer.Channel, wireId: 0);
        Assert.Null(peer.Next());
    }

    [Fact]
    public void The_longest_timeouts_are_no_timeouts()
    {
        using var peer = new TestPeer(PeerRole.Client, _time);
        _time.Advance(TimeSpan.FromDays(1));
        var endless = peer.AskAsync(1, Timeout.InfiniteTimeSpan);
        var longest = peer.AskAsync(2, TimeSpan.MaxValue);
        Tick(peer, TimeSpan.FromDays(365));
        Assert.False(endless.IsCompleted || longest.IsCompleted);
    }

    [Fact]
    public async Task A_cancelled_call_fails_at_once_and_tells_the_other_end()
    {
        using var link = new TestLink();
        using var cancel = new CancellationTokenSource();
        var cancelled = new TaskCompletionSource();
        link.Server.Handler.Work = async (_, call) =>
        {
            await using var registration = call.CancellationToken.Register(() => cancelled.TrySetResult());
            await Task.Delay(Timeout.Infinite, call.CancellationToken);
        };
        var call = link.Client.AskAsync(5, cancel: cancel.Token);
        link.Carry();
        await link.Server.Handler.StartedAsync();
        await cancel.CancelAsync();
        var error = await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancel.Token, error.CancellationToken);
        await link.CarryUntilAsync(cancelled.Task);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_has_a_number_is_never_sent()
    {
        using var peer = new TestPeer(PeerRole.Client);
        using var cancel = new CancellationTokenSource();
        var call = peer.AskAsync(5, cancel: cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Null(peer.Next());
        Assert.Equal(0, peer.Peer.Outbox.Bytes);
    }

    [Fact]
    public async Task A_cancelled_call_still_gets_its_terminal_message_and_only_that_frees_its_place()
    {
        using var peer = new TestPeer(PeerRole.Client, window: new PeerWindow(100, 10_000, 1));
        using var cancel = new CancellationTokenSource();
        var first = peer.AskAsync(1, cancel: cancel.Token);
        Assert.Equal([MessageKind.Invoke], peer.Next()!.Kinds);
        _ = peer.AskAsync(2);
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => first);
        Assert.Equal([MessageKind.Cancel], peer.Next()!.Kinds);
        Assert.Null(peer.Next());
        peer.Receive((MessageKind.Error, [0, (uint)SocketErrorCode.Cancelled], []));
        Assert.Equal([MessageKind.Invoke], peer.Next()!.Kinds);
    }

    [Fact]
    public async Task A_result_that_comes_after_the_timeout_is_ignored()
    {
        using var peer = new TestPeer(PeerRole.Client, _time);
        var call = peer.AskAsync(5, TimeSpan.FromSeconds(1));
        peer.Next();
        Tick(peer, TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<SocketTimeoutException>(() => call);
        peer.Receive((MessageKind.Result, [0], [5]));
        peer.Receive((MessageKind.Result, [0], [5]));
        Assert.Equal(2, peer.Peer.Inbox.Received);
    }

    [Fact]
    public async Task A_cancellation_after_the_answer_changes_nothing()
    {
        using var peer = new TestPeer(PeerRole.Client);
        using var cancel = new CancellationTokenSource();
        var call = peer.AskAsync(5, cancel: cancel.Token);
        peer.Next();
        peer.Receive((MessageKind.Result, [0], [5]));
        Assert.Equal(5, await call);
        await cancel.CancelAsync();
        Assert.Equal([], peer.NextAll().SelectMany(frame => frame.Kinds).Where(kind => kind == MessageKind.Cancel));
    }

    [Fact]
    public async Task An_error_carries_its_code_and_text()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var call = peer.AskAsync(5);
        peer.Next();
        peer.Receive((MessageKind.Error, [0, 99, 2], "no"u8.ToArray()));
        var error = await Assert.ThrowsAsync<SocketRemoteException>(() => call);
        Assert.Equal(((SocketErrorCode)99, "ITest.Ask", "no"), (error.Code, error.Method, error.Message));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(uint.MaxValue)]
    public async Task An_error_that_the_contract_does_not_declare_keeps_its_code_but_not_its_data(uint code)
    {
        using var peer = new TestPeer(PeerRole.Client);
        var call = peer.AskAsync(5);
        peer.Next();
        peer.Receive((MessageKind.Error, [0, code, 2], "no"u8.ToArray()));
        var error = await Assert.ThrowsAsync<SocketRemoteException>(() => call);
        Assert.Equal((uint)error.Code, code);
        Assert.Equal($"'ITest.Ask' failed at the other end with error {code}, which its contract does not declare here.", error.Message);
    }

    [Fact]
    public async Task A_result_that_cannot_be_read_fails_the_call_alone()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var call = peer.AskAsync(5);
        peer.Next();
        peer.Receive((MessageKind.Result, [0], [0xA1, 0x41]));
        await Assert.ThrowsAnyAsync<TypedSocketException>(() => call);
    }

    [Fact]
    public async Task What_a_handler_threw_is_not_told_unless_asked_for()
    {
        using var link = new TestLink();
        link.Server.Handler.Work = (_, _) => throw new InvalidOperationException("a secret");
        var error = await Assert.ThrowsAsync<SocketRemoteException>(() => link.CarryUntilAsync(link.Client.AskAsync(5)));
        Assert.Equal((SocketErrorCode.HandlerFailed, "'ITest.Ask' failed at the other end: HandlerFailed."), (error.Code, error.Message));
        Assert.Equal("a secret", Assert.Single(link.Server.Handler.Failures).Message);
    }

    [Fact]
    public void A_long_error_text_is_cut_so_that_its_frame_stays_small()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Handler.Work = (_, _) => Task.Delay(Timeout.Infinite);
        peer.Receive((MessageKind.Invoke, [0, 1, 0], [5]));
        peer.Peer.Calls.FindInbound(0)!.Fail(SocketErrorCode.HandlerFailed, new string('é', 3_000_000));
        Assert.InRange(peer.NextAll().Max(frame => frame.Length), 1000, 1100);
    }

    [Fact]
    public void A_result_larger_than_the_caller_reads_becomes_an_error()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Handler.Work = (_, _) => Task.Delay(Timeout.Infinite);
        peer.Receive((MessageKind.Invoke, [0, 1, 0], [5]));
        var call = peer.Peer.Calls.FindInbound(0)!;
        Reply(call, MessageBody.Copy(new byte[64 * 1024]));
        Assert.Equal([0u, (uint)SocketErrorCode.TooLarge], peer.NextAll().Single().Messages.Single().Fields(2));
    }

    [Fact]
    public async Task A_callback_of_a_handler_that_throws_when_its_call_is_cancelled_is_noted()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Handler.Work = (_, call) =>
        {
            call.CancellationToken.Register(() => throw new InvalidOperationException("a callback"));
            return new TaskCompletionSource().Task;
        };
        peer.Receive((MessageKind.Invoke, [0, 1, 0], [5]), (MessageKind.Invoke, [0, 1, 2], [5]));
        await peer.Handler.StartedAsync();
        peer.Peer.Calls.FindInbound(0)!.Cancel();
        Assert.IsType<AggregateException>(Assert.Single(peer.Handler.Failures));
    }

    private static void Reply(ChannelCall call, MessageBody body) =>
        typeof(ChannelCall).GetMethod("Reply", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance, [typeof(MessageBody)])!
            .Invoke(call, [body]);

    private void Tick(TestPeer peer, TimeSpan passed)
    {
        _time.Advance(passed);
        peer.Peer.Tick(_time.GetTimestamp());
    }
}
