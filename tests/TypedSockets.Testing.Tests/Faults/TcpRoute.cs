using System.Net;
using System.Net.Sockets;

namespace TypedSockets.Testing.Tests.Faults;

/// <summary>A proxy in front of a server of bare TCP, and the connections through it.</summary>
public sealed class TcpRoute : IAsyncDisposable
{
    /// <summary>More than the buffers of all sockets on the way can hold.</summary>
    public const int MoreThanBuffersHold = 48 * 1024 * 1024;

    private readonly TcpListener _server;
    private readonly List<TcpEnd> _ends = [];

    private TcpRoute(TcpListener server, FaultProxy proxy)
    {
        _server = server;
        Proxy = proxy;
    }

    public FaultProxy Proxy { get; }

    public static async Task<TcpRoute> StartAsync(TimeProvider? time = null)
    {
        var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        return new TcpRoute(server, await FaultProxy.StartAsync(new Uri($"http://{server.LocalEndpoint}"), time: time));
    }

    /// <summary>Bytes that tell their place.</summary>
    public static byte[] Pattern(int count) => [.. Enumerable.Range(0, count).Select(place => (byte)(place * 31 ^ place >> 8))];

    /// <summary>A client, and the server's end of its connection.</summary>
    public async Task<(TcpEnd Client, TcpEnd Server)> ConnectAsync()
    {
        var client = await DialAsync();
        return (client, Own(await _server.AcceptSocketAsync()));
    }

    /// <summary>A client that need not reach the server.</summary>
    public async Task<TcpEnd> DialAsync()
    {
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var end = Own(client);
        await client.ConnectAsync(Proxy.Address.Host, Proxy.Address.Port);
        return end;
    }

    public void StopServer() => _server.Stop();

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        _server.Dispose();
        _ends.ForEach(end => end.Dispose());
    }

    private TcpEnd Own(Socket socket)
    {
        var end = new TcpEnd(socket);
        _ends.Add(end);
        return end;
    }
}
