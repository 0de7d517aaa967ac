using System.Threading.Channels;
using TypedSockets.Codecs;
using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Transports;
using Channel = System.Threading.Channels.Channel;

namespace Peers.Typed;

/// <summary>Hands emits to the generated dispatcher on the thread pool, off the receive loop and a frame at a time, as the runtime does.</summary>
internal sealed class FramesReceiver(ITransport transport, ILoadHub hub)
{
    private readonly EmitContext _context = new(CancellationToken.None);

    public async Task RunAsync()
    {
        var queue = Channel.CreateBounded<List<(int Method, MessageBody Body)>>(new BoundedChannelOptions(16) { SingleReader = true, SingleWriter = true });
        var handling = Task.Run(() => HandleAsync(queue.Reader));
        var buffer = new FrameBuffer();
        while (await transport.ReceiveAsync(buffer, 1 << 20, CancellationToken.None))
        {
            await queue.Writer.WriteAsync(Read(buffer.Frame));
        }

        queue.Writer.Complete();
        await handling;
    }

    private static List<(int Method, MessageBody Body)> Read(ReadOnlySpan<byte> bytes)
    {
        List<(int Method, MessageBody Body)> messages = [];
        var frame = new FrameReader(bytes);
        while (frame.MoveNext(out var message))
        {
            var rest = message.Body;
            Varint.Read(ref rest);
            var method = (int)Varint.Read(ref rest);
            messages.Add((method, MessageBody.Copy(rest)));
        }

        return messages;
    }

    private async Task HandleAsync(ChannelReader<List<(int Method, MessageBody Body)>> queue)
    {
        var side = Server<ILoadHub>();
        await foreach (var messages in queue.ReadAllAsync())
        {
            foreach (var (method, body) in messages)
            {
                await DispatchAsync(side, method, body);
            }
        }
    }

    private ValueTask DispatchAsync(ContractSide<ILoadHub> side, int method, MessageBody body)
    {
        var reader = new PayloadReader(body.Span);
        var handling = side.Dispatch(hub, method, ref reader, _context);
        body.Release();
        return handling;
    }

    private static ContractSide<THub> Server<THub>()
        where THub : class, IHubContract<THub> => THub.Server;
}
