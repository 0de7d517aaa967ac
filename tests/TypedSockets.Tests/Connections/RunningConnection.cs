using Microsoft.Extensions.Time.Testing;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Tests.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Tests.Connections;

/// <summary>A server's connection over an in-memory socket, and the raw other end of that socket.</summary>
internal sealed class RunningConnection : IDisposable
{
    private readonly InMemoryTransport _other;

    public RunningConnection(bool gated = false)
    {
        var (one, other) = InMemoryTransport.CreatePair();
        _other = other;
        Gate = gated ? new GatedTransport(one) : null;
        Peer = new TestPeer(PeerRole.Server, Time);
        Connection = new Connection((ITransport?)Gate ?? one, Peer.Peer, Peer, ConnectionTimes.Default, Time);
        Ended = Connection.RunAsync();
    }

    public FakeTimeProvider Time { get; } = new();

    public TestPeer Peer { get; }

    public Connection Connection { get; }

    public GatedTransport? Gate { get; }

    public Task<ConnectionEnd> Ended { get; }

    public TransportClose? CloseOfConnection => _other.PeerClose;

    /// <summary>Lets time pass in steps as long as the ticker's.</summary>
    public void Pass(double seconds)
    {
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromSeconds(seconds); passed += Ticker.Interval)
        {
            Time.Advance(Ticker.Interval);
            Connection.Tick(Time.GetTimestamp());
            Peer.Peer.Tick(Time.GetTimestamp());
        }
    }

    /// <summary>Reads the next frame that the connection has written; null once it has closed.</summary>
    public async Task<WireFrame?> ReadAsync()
    {
        var buffer = new FrameBuffer();
        var read = await _other.ReceiveAsync(buffer, int.MaxValue, CancellationToken.None).AsTask().WaitAsync(TestPeer.Patience);
        var frame = read ? WireFrame.Parse(buffer.Frame) : null;
        buffer.GiveBack();
        return frame;
    }

    public ValueTask WriteAsync(string hex) => _other.SendAsync(Convert.FromHexString(hex), CancellationToken.None);

    public ValueTask CloseAsync(SocketCloseCode code, string reason = "") => _other.CloseAsync(code, reason, CancellationToken.None);

    public void Cut() => _other.Abort();

    public Task<ConnectionEnd> EndedAsync() => Ended.WaitAsync(TestPeer.Patience);

    public void Dispose() => Peer.Dispose();
}
