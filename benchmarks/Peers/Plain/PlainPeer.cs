using System.Buffers.Binary;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Peers.Plain;

/// <summary>
/// The reference: Kestrel and <c>System.Net.WebSockets</c>, nothing else. No routing, no sessions, no typed objects; the first byte of a message says what it is.
/// </summary>
internal sealed class PlainPeer : IPeer
{
    // What an event of 64 bytes is on the wire of the others: an array of one, and a header of two bytes.
    private static readonly byte[] Event = Payload.Bytes(Payload.EventBytes + 3);

    private readonly Lock _joining = new();
    private WebSocket[] _sockets = [];
    private long _read;

    public void Configure(WebApplicationBuilder builder)
    {
    }

    public void Map(WebApplication app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.Map("/ws", ServeAsync);
    }

    private async Task ServeAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        Change(sockets => [.. sockets, socket]);
        try
        {
            await ReadAsync(socket);
        }
        catch (WebSocketException)
        {
            // The generator cuts its sockets.
        }
        finally
        {
            Change(sockets => [.. sockets.Where(other => other != socket)]);
        }
    }

    private async Task ReadAsync(WebSocket socket)
    {
        var buffer = new byte[512];
        while (true)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            var message = buffer.AsMemory(0, result.Count);
            switch (message.Span[0])
            {
                case (byte)'c':
                    await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
                    break;
                case (byte)'e':
                    _read += message.Length;
                    break;
                case (byte)'p':
                    await BroadcastAsync();
                    break;
                default:
                    await PushAsync(socket, message);
                    break;
            }
        }
    }

    private static async Task PushAsync(WebSocket socket, ReadOnlyMemory<byte> message)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(message.Span[1..]);
        var data = Payload.Bytes(BinaryPrimitives.ReadInt32LittleEndian(message.Span[5..]));
        for (var i = 0; i < count; i++)
        {
            await socket.SendAsync(data.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
    }

    private async Task BroadcastAsync()
    {
        foreach (var socket in _sockets)
        {
            await socket.SendAsync(Event.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
    }

    private void Change(Func<WebSocket[], WebSocket[]> change)
    {
        lock (_joining)
        {
            _sockets = change(_sockets);
        }
    }
}
