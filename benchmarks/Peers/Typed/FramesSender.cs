using System.Threading.Channels;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Transports;
using Channel = System.Threading.Channels.Channel;

namespace Peers.Typed;

/// <summary>Encodes, queues and coalesces as the runtime does, and leaves out what a session adds: nothing is kept after it was written.</summary>
internal sealed class FramesSender(ITransport transport) : MessageSender
{
    private readonly Channel<(int Method, MessageBody Body)> _queue =
        Channel.CreateBounded<(int Method, MessageBody Body)>(new BoundedChannelOptions(12_288) { SingleReader = true, SingleWriter = true });

    public void Complete() => _queue.Writer.Complete();

    public async Task RunAsync()
    {
        using var writer = new FrameWriter();
        while (await _queue.Reader.WaitToReadAsync())
        {
            writer.Reset();
            while (_queue.Reader.TryPeek(out var next) && HasRoom(writer, next.Body))
            {
                _queue.Reader.TryRead(out _);
                writer.AppendEmit(number: 0, channel: 0, (uint)next.Method, next.Body.Span);
                next.Body.Release();
            }

            await transport.SendAsync(writer.Complete(received: null), CancellationToken.None);
        }
    }

    protected override ValueTask SendAsync(HubMethod method, MessageBody body, CancellationToken cancel) => _queue.Writer.WriteAsync((method.Id, body), cancel);

    protected override void Send(HubMethod method, MessageBody body) => throw new NotSupportedException();

    protected override void Invoke(HubMethod method, MessageBody body, PendingCall call, CancellationToken cancel) => throw new NotSupportedException();

    private static bool HasRoom(FrameWriter writer, MessageBody body) =>
        writer.Count == 0 || (writer.Count < 1024 && writer.Length + body.Length + 64 <= ProtocolLimits.CoalesceBytes);
}
