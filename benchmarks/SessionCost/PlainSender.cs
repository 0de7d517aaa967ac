using System.Threading.Channels;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace SessionCost;

/// <summary>
/// Behind the same generated proxy: encodes, queues and coalesces as the runtime does, and leaves out what a session adds. No numbers, no acks, no windows, nothing
/// kept after it was written.
/// </summary>
internal sealed class PlainSender(ITransport transport) : MessageSender
{
    private readonly Channel<MessageBody> _queue = Channel.CreateBounded<MessageBody>(new BoundedChannelOptions(12_288) { SingleReader = true, SingleWriter = true });

    public async Task RunAsync(int count, int bytes)
    {
        var pump = PumpAsync();
        var client = Contract<ICostHub>().CreateProxy(this);
        var data = new byte[bytes];
        for (var i = 0; i < count; i++)
        {
            await client.Came(data);
        }

        _queue.Writer.Complete();
        await pump;

        static ContractSide<ICostClient> Contract<THub>()
            where THub : class, IHubContract<THub> => (ContractSide<ICostClient>)THub.Contract.Client;
    }

    protected override ValueTask SendAsync(HubMethod method, MessageBody body, CancellationToken cancel) => _queue.Writer.WriteAsync(body, cancel);

    protected override void Send(HubMethod method, MessageBody body) => throw new NotSupportedException();

    protected override void Invoke(HubMethod method, MessageBody body, PendingCall call, CancellationToken cancel) => throw new NotSupportedException();

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
                writer.AppendEmit(number: 0, channel: 0, method: 0, body.Span);
                body.Release();
            }

            await transport.SendAsync(writer.Complete(received: null), CancellationToken.None);
        }
    }
}
