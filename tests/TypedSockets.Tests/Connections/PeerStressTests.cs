using Microsoft.Extensions.Time.Testing;
using TypedSockets.Connections;
using TypedSockets.Transports;

namespace TypedSockets.Tests.Connections;

/// <summary>Many threads and two real pumps: nothing is lost, doubled, or out of its thread's order.</summary>
public sealed class PeerStressTests
{
    private const int Threads = 6;
    private const int Each = 20_000;

    [Fact]
    public async Task Emits_of_many_threads_arrive_once_and_in_the_order_of_each_thread()
    {
        using var client = new TestPeer(PeerRole.Client);
        using var server = new TestPeer(PeerRole.Server);
        var (one, other) = InMemoryTransport.CreatePair();
        var time = new FakeTimeProvider();
        var clientSide = new Connection(one, client.Peer, client, ConnectionTimes.Default, time);
        var serverSide = new Connection(other, server.Peer, server, ConnectionTimes.Default, time);
        var runs = Task.WhenAll(clientSide.RunAsync(), serverSide.RunAsync());

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await client.SayAsync((thread * Each) + i);
                if (i % 1000 == 0)
                {
                    Assert.Equal(-1, await client.AskAsync(-1));
                }
            }
        }))).WaitAsync(TestPeer.Patience);

        // Without a ticker, the last of what was taken is told with a pong.
        var settled = client.Peer.Progress.WhenSettledAsync();
        while (!settled.IsCompleted)
        {
            server.Peer.Frames.Tick();
            await Task.Yield();
        }

        clientSide.Close(SocketCloseCode.Normal, "");
        await runs.WaitAsync(TestPeer.Patience);
        AssertComplete(server.Handler.Started);
    }

    private static void AssertComplete(IEnumerable<int> started)
    {
        // The calls in between carry -1.
        var next = new int[Threads];
        foreach (var argument in started.Where(argument => argument >= 0))
        {
            Assert.Equal(next[argument / Each]++, argument % Each);
        }

        Assert.All(next, count => Assert.Equal(Each, count));
    }
}
