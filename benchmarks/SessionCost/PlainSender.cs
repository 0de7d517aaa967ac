using System.Threading.Channels;
using TypedSockets.Codecs;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace SessionCost;

/// <summary>Encodes, queues and coalesces as the runtime does, and leaves out what a session adds: no numbers, no acks, no windows, nothing kept after it was written.</summary>
internal sealed class PlainSender(ITransport transport)
{
    private readonly Channel<MessageBody> _queue = Channel.CreateBounded<MessageBody>(new BoundedChannelOptions(12_288) { SingleReader = true, SingleWriter = true });

    public async Task RunAsync(int count, int bytes)
    {
        var pump = PumpAsync();
        var data = new byte[bytes];
        for (var i = 0; i < count; i++)
        {
            await _queue.Writer.WriteAsync(Encode(data));
        }

        _queue.Writer.Complete();
        await pump;
    }

    private static MessageBody Encode(byte[] data)
    {
        var body = MessageBody.Rent();
        var writer = new PayloadWriter(body);
        writer.Raw.WriteArrayHeader(1);
        writer.Raw.Write(data);
        writer.Flush();
        return body;
    }

    private async Task PumpAsync()
    {
        using var writer = new FrameWriter();
        while (await _queue.Reader.WaitToReadAsync())
        {
            writer.Reset();
            while (_queue.Reader.TryPeek(out var body)
                && (writer.Count == 0 || (writer.Count < 1024 && writer.Length + body.Length + 64 <= ProtocolLimits.CoalesceBytes)))
            {
                _queue.Reader.TryRead(out _);
                writer.Append(MessageKind.Emit, number: 0, [0, 0], body.Span);
                body.Release();
            }

            await transport.SendAsync(writer.Complete(received: null), CancellationToken.None);
        }
    }
}
