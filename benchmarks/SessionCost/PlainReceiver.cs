using System.Net.WebSockets;
using System.Threading.Channels;
using TypedSockets.Codecs;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace SessionCost;

/// <summary>Receives what <see cref="PlainSender"/> sends, and handles it on the thread pool, off the receive loop, a frame at a time, as the runtime does.</summary>
internal static class PlainReceiver
{
    public static async Task RunAsync(Uri address, Action<byte[]> handler)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, CancellationToken.None);
        await using var transport = new WebSocketTransport(socket);
        var queue = Channel.CreateBounded<List<MessageBody>>(new BoundedChannelOptions(16) { SingleReader = true, SingleWriter = true });
        var handling = Task.Run(() => HandleAsync(queue.Reader, handler));
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

    private static async Task HandleAsync(ChannelReader<List<MessageBody>> queue, Action<byte[]> handler)
    {
        await foreach (var bodies in queue.ReadAllAsync())
        {
            bodies.ForEach(body => Handle(body, handler));
        }
    }

    private static void Handle(MessageBody body, Action<byte[]> handler)
    {
        var reader = new PayloadReader(body.Memory);
        reader.Raw.ReadArrayHeader();
        handler(System.Buffers.BuffersExtensions.ToArray(reader.Raw.ReadBytes()!.Value));
        body.Release();
    }
}
