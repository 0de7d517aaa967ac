using System.Runtime.CompilerServices;
using TypedSockets.Protocol;

namespace TypedSockets.Tests.Connections;

/// <summary>Both ends of streams together, frame by frame.</summary>
public sealed class StreamLinkTests
{
    [Fact]
    public async Task Nothing_of_a_stream_that_is_passed_comes_before_its_call()
    {
        using var peer = new TestPeer(TypedSockets.Connections.PeerRole.Client, open: false);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = peer.FeedAsync(Items(), AsyncEnumerable.Empty<int>());
        Assert.Null(peer.Next());
        Assert.False(started.Task.IsCompleted);
        peer.Peer.Channels.Open(peer.Channel, wireId: 0);
        Assert.Equal(MessageKind.Invoke, peer.Next()!.Messages[0].Kind);
        await started.Task.WaitAsync(TestPeer.Patience);
        peer.Peer.End("over");

        async IAsyncEnumerable<int> Items()
        {
            started.TrySetResult();
            await Task.Yield();
            yield return 1;
        }
    }

    [Fact]
    public async Task Two_streams_are_passed_and_counted_in_both_directions()
    {
        using var link = new TestLink();
        var forth = link.Client.FeedAsync(AsyncEnumerable.Range(0, 500), AsyncEnumerable.Range(0, 70));
        var back = link.Server.FeedAsync(AsyncEnumerable.Range(0, 30), AsyncEnumerable.Range(0, 500));
        Assert.Equal(570, await link.CarryUntilAsync(forth));
        Assert.Equal(530, await link.CarryUntilAsync(back));
        Assert.Equal((0, 0), (link.Client.Peer.Streams.Count, link.Server.Peer.Streams.Count));
    }

    // The consumer leaves after every possible number of items: before the end, with it, and after it.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(41)]
    public async Task Row_33_Whoever_leaves_when_the_last_item_comes_gets_one_end_and_leaves_nothing_behind(int taken)
    {
        const int Count = 40;
        using var link = new TestLink();
        var items = link.Client.Flow(Count);
        link.Carry();
        for (var i = 0; i < taken; i++)
        {
            Assert.Equal(i < Count, await link.CarryUntilAsync(items.MoveNextAsync().AsTask()));
        }

        // What the server sends from here on races with the cancellation.
        await items.DisposeAsync();
        while (link.Server.Peer.Streams.Count > 0)
        {
            link.Carry();
            await Task.Yield();
        }

        var after = link.Client.AskAsync(7);
        Assert.Equal(7, await link.CarryUntilAsync(after));
        Assert.Equal((0, 0), (link.Client.Peer.Streams.Count, link.Server.Peer.Streams.Count));
        Assert.Single(link.ServerSaid, message => message.Kind is MessageKind.Complete or MessageKind.Error && message.Fields(1)[0] == 0);
        Assert.Empty(link.Server.Handler.Failures);
    }

    [Fact]
    public async Task Row_33_A_consumer_that_stalls_holds_the_producer_at_its_credit()
    {
        using var link = new TestLink();
        var made = 0;
        link.Server.Handler.Items = (_, _) => Endless();
        await using var items = link.Client.Flow(0);
        Assert.True(await link.CarryUntilAsync(items.MoveNextAsync().AsTask()));
        var echo = link.Client.AskAsync(7);
        Assert.Equal(7, await link.CarryUntilAsync(echo));
        Assert.InRange(Volatile.Read(ref made), 1, 33);
        for (var i = 0; i < 100; i++)
        {
            Assert.True(await link.CarryUntilAsync(items.MoveNextAsync().AsTask()));
            Assert.InRange(Volatile.Read(ref made), i, i + 2 + 33 + 16);
        }

        async IAsyncEnumerable<int> Endless([EnumeratorCancellation] CancellationToken cancel = default)
        {
            while (!cancel.IsCancellationRequested)
            {
                await Task.Yield();
                yield return Interlocked.Increment(ref made);
            }
        }
    }
}
