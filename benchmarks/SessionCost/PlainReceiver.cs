using System.Net.WebSockets;
using System.Threading.Channels;
using TypedSockets;
using TypedSockets.Codecs;
using TypedSockets.Connections;
using Channel = System.Threading.Channels.Channel;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace SessionCost;

/// <summary>
/// Receives what <see cref="PlainSender"/> sends, and hands it to the same generated dispatcher on the thread pool, off the receive loop, a frame at a time, as the
/// runtime does.
/// </summary>
internal sealed class PlainReceiver(ContractSide side, HandlerTable handlers)
{
    private readonly EmitContext _context = new(CancellationToken.None);

    public static async Task RunAsync(Uri address, Action<byte[]> handler)
    {
        await using var client = new TypedSocketClient("ws://127.0.0.1");
        var hub = client.Hub<ICostHub>();
        hub.On.Came(handler);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, CancellationToken.None);
        await using var transport = new WebSocketTransport(socket);
        await new PlainReceiver(hub.Handlers.Side, hub.Handlers).ReceiveAsync(transport);
    }

    private async Task ReceiveAsync(WebSocketTransport transport)
    {
        var queue = Channel.CreateBounded<List<MessageBody>>(new BoundedChannelOptions(16) { SingleReader = true, SingleWriter = true });
        var handling = Task.Run(() => HandleAsync(queue.Reader));
        var buffer = new FrameBuffer();
        while (await transport.ReceiveAsync(buffer, 1 << 20, CancellationToken.None))
        {
            await queue.Writer.WriteAsync(Read(buffer.Frame));
        }

        queue.Writer.Complete();
        await handling;
    }

    private static List<MessageBody> Read(ReadOnlySpan<byte> bytes)
    {
        List<MessageBody> bodies = [];
        var frame = new FrameReader(bytes);
        while (frame.MoveNext(out var message))
        {
            var rest = message.Body;
            Varint.Read(ref rest);
            Varint.Read(ref rest);
            bodies.Add(MessageBody.Copy(rest));
        }

        return bodies;
    }

    private async Task HandleAsync(ChannelReader<List<MessageBody>> queue)
    {
        await foreach (var bodies in queue.ReadAllAsync())
        {
            foreach (var body in bodies)
            {
                await HandleAsync(body);
            }
        }
    }

    private ValueTask HandleAsync(MessageBody body)
    {
        var reader = new PayloadReader(body.Span);
        var handling = side.Raise(handlers, method: 0, ref reader, _context);
        body.Release();
        return handling;
    }
}
