using TypedSockets.Connections;
using TypedSockets.Protocol;

namespace TypedSockets.Tests.Connections;

public sealed class ChannelTests
{
    [Fact]
    public async Task Handlers_start_in_order_and_one_at_a_time()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var running = 0;
        peer.Handler.Work = async (argument, _) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            if (argument % 3 == 0)
            {
                await Task.Yield();
            }

            Interlocked.Decrement(ref running);
        };
        for (var i = 0; i < 1000; i++)
        {
            peer.Receive((MessageKind.Emit, [0, 0], TestPeer.Argument(i)));
        }

        await peer.Handler.StartedAsync(1000);
        Assert.Equal(Enumerable.Range(0, 1000), peer.Handler.Started);
        await peer.Channel.StopAsync();
        Assert.Empty(peer.Handler.Failures);
    }

    [Fact]
    public async Task The_next_message_waits_for_the_handler_before_it()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var gate = new TaskCompletionSource();
        peer.Handler.Work = (argument, _) => argument == 1 ? gate.Task : Task.CompletedTask;
        peer.Receive((MessageKind.Emit, [0, 0], [1]), (MessageKind.Emit, [0, 0], [2]));
        await peer.Handler.StartedAsync();
        Assert.Equal([1], peer.Handler.Started);
        gate.SetResult();
        await peer.Handler.StartedAsync();
        Assert.Equal([1, 2], peer.Handler.Started);
    }

    [Fact]
    public async Task A_concurrent_method_does_not_hold_its_channel()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Handler.Work = (argument, _) => argument == 1 ? Task.Delay(Timeout.Infinite) : Task.CompletedTask;
        peer.Receive((MessageKind.Emit, [0, 2], [1]), (MessageKind.Emit, [0, 0], [2]));
        await peer.Handler.StartedAsync(2);
        Assert.Equal([1, 2], peer.Handler.Started);
    }

    [Fact]
    public async Task A_server_handler_that_asks_its_client_lets_go_of_its_channel()
    {
        using var link = new TestLink();
        link.Server.Handler.Work = async (argument, _) =>
        {
            if (argument == 1)
            {
                Assert.Equal(7, await link.Server.AskAsync(7));
            }
        };

        // The client answers only after the server has handled the message behind the one that asks.
        var answerNow = new TaskCompletionSource();
        link.Client.Handler.Work = (_, _) => answerNow.Task;
        var first = link.Client.AskAsync(1);
        var second = link.Client.AskAsync(2);
        Assert.Equal(2, await link.CarryUntilAsync(second));
        Assert.False(first.IsCompleted);
        answerNow.SetResult();
        Assert.Equal(1, await link.CarryUntilAsync(first));
    }

    [Fact]
    public async Task A_client_handler_that_asks_its_server_keeps_its_channel()
    {
        using var link = new TestLink();
        var answerNow = new TaskCompletionSource();
        link.Server.Handler.Work = (_, _) => answerNow.Task;
        var asked = new TaskCompletionSource<int>();
        link.Client.Handler.Work = async (argument, _) =>
        {
            if (argument == 1)
            {
                asked.SetResult(await link.Client.AskAsync(7));
            }
        };
        link.Server.Say(1);
        link.Server.Say(2);
        link.Carry();
        await link.Client.Handler.StartedAsync();
        link.Carry();
        Assert.Equal([1], link.Client.Handler.Started);
        answerNow.SetResult();
        Assert.Equal(7, await link.CarryUntilAsync(asked.Task));
        await link.Client.Handler.StartedAsync();
    }

    [Fact]
    public async Task Messages_wait_until_the_channel_is_started()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var later = peer.Peer.Channels.Add(TestSide.Contract("later"), peer.Handler);
        peer.Peer.Channels.Open(later, wireId: 7);
        peer.Receive((MessageKind.Emit, [7, 0], [1]));
        peer.Receive((MessageKind.Emit, [0, 0], [2]));
        await peer.Handler.StartedAsync();
        Assert.Equal([2], peer.Handler.Started);
        later.Start();
        await peer.Handler.StartedAsync();
        Assert.Equal([2, 1], peer.Handler.Started);
    }

    [Fact]
    public async Task Stopping_waits_for_the_handler_and_starts_no_more()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var gate = new TaskCompletionSource();
        peer.Handler.Work = (_, _) => gate.Task;
        peer.Receive((MessageKind.Emit, [0, 0], [1]), (MessageKind.Emit, [0, 0], [2]));
        await peer.Handler.StartedAsync();
        var stopped = peer.Channel.StopAsync();
        Assert.False(stopped.IsCompleted);
        peer.Receive((MessageKind.Emit, [0, 0], [3]));
        gate.SetResult();
        await stopped.WaitAsync(TestPeer.Patience);
        Assert.Equal([1], peer.Handler.Started);
        Assert.True(peer.Channel.StopAsync().IsCompleted);
    }

    [Fact]
    public async Task A_failed_emit_is_noted_and_the_next_message_goes_on()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Handler.Work = (argument, _) => argument == 1
            ? throw new InvalidOperationException("at once")
            : argument == 2 ? Task.FromException(new InvalidOperationException("in its task")) : Task.CompletedTask;
        peer.Receive((MessageKind.Emit, [0, 0], [1]), (MessageKind.Emit, [0, 0], [2]), (MessageKind.Emit, [0, 0], [3]));
        await peer.Handler.StartedAsync(3);
        await peer.Channel.StopAsync();
        Assert.Equal(["at once", "in its task"], peer.Handler.Failures.Select(error => error.Message));
    }
}
