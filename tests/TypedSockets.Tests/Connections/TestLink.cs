using TypedSockets.Connections;
using TypedSockets.Sessions;
using TypedSockets.Tests.Protocol;

namespace TypedSockets.Tests.Connections;

/// <summary>A client and a server that hand each other their frames on the test's own thread.</summary>
internal sealed class TestLink : IDisposable
{
    private readonly SemaphoreSlim _woken = new(0);

    public TestLink(TimeProvider? time = null, PeerWindow? window = null)
    {
        Client = new TestPeer(PeerRole.Client, time, window: window);
        Server = new TestPeer(PeerRole.Server, time, window: window);
        Client.Peer.Wake = Server.Peer.Wake = () => _woken.Release();
    }

    public TestPeer Client { get; }

    public TestPeer Server { get; }

    /// <summary>What the server has sent.</summary>
    public List<WireMessage> ServerSaid { get; } = [];

    /// <summary>Carries frames in both directions until neither end has anything to say.</summary>
    public void Carry()
    {
        while (CarryOne(Client, Server, said: null) | CarryOne(Server, Client, ServerSaid))
        {
        }
    }

    /// <summary>Carries frames, also those that handlers cause, until a task has completed.</summary>
    public async Task CarryUntilAsync(Task task)
    {
        _ = task.ContinueWith(_ => _woken.Release(), TaskScheduler.Default);
        while (!task.IsCompleted)
        {
            Carry();
            Assert.True(await _woken.WaitAsync(TestPeer.Patience));
        }
    }

    public async Task<T> CarryUntilAsync<T>(Task<T> task)
    {
        await CarryUntilAsync((Task)task);
        return await task;
    }

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
        _woken.Dispose();
    }

    private static bool CarryOne(TestPeer from, TestPeer to, List<WireMessage>? said)
    {
        var frame = from.NextBytes();
        if (frame.Length > 0)
        {
            said?.AddRange(WireFrame.Parse(frame).Messages);
            to.Receive(frame);
        }

        return frame.Length > 0;
    }
}
