using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TypedSockets.Testing.Tests.Faults;

/// <summary>A real WebSocket server behind a proxy.</summary>
public sealed class WebSocketTests : IAsyncLifetime
{
    private readonly WebApplication _server = CreateServer();

    public Task InitializeAsync() => _server.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_message_that_is_chopped_up_is_echoed_whole()
    {
        await using var proxy = await FaultProxy.StartAsync(new Uri(_server.Urls.First()));
        proxy.ByteByByte(FaultDirection.ToServer);
        proxy.ByteByByte(FaultDirection.ToClient);
        using var socket = await ConnectAsync(proxy);
        var bytes = TcpRoute.Pattern(1000);

        await socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

        Assert.Equal(bytes, await ReadAsync(socket, bytes.Length));
    }

    [Fact]
    public async Task A_socket_that_was_cut_says_that_it_was_not_closed_properly()
    {
        await using var proxy = await FaultProxy.StartAsync(new Uri(_server.Urls.First()));
        using var socket = await ConnectAsync(proxy);

        proxy.CutAll();

        var error = await Assert.ThrowsAsync<WebSocketException>(() => ReadAsync(socket, 1));
        Assert.Equal(WebSocketError.ConnectionClosedPrematurely, error.WebSocketErrorCode);
    }

    private static WebApplication CreateServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(EchoAsync);
        return app;
    }

    private static async Task EchoAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted) is { MessageType: not WebSocketMessageType.Close } part)
            {
                await socket.SendAsync(buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, context.RequestAborted);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // Cut.
        }
    }

    private static async Task<ClientWebSocket> ConnectAsync(FaultProxy proxy)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(proxy.Address) { Scheme = "ws" }.Uri, CancellationToken.None);
        return socket;
    }

    private static async Task<byte[]> ReadAsync(ClientWebSocket socket, int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            read += (await socket.ReceiveAsync(bytes.AsMemory(read), CancellationToken.None).AsTask().WaitAsync(TcpEnd.Limit)).Count;
        }

        return bytes;
    }
}
