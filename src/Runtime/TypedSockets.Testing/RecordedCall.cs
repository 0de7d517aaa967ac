using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Testing;

/// <summary>Hands a client's answer back to the hub that asked.</summary>
internal sealed class RecordedCall(PendingCall? call, CancellationToken cancel) : InboundCall
{
    public override CancellationToken CancellationToken => cancel;

    public void Fail(Exception error) => call?.Fail(error);

    public override IAsyncEnumerable<TItem> Read<TItem, TCodec>(int index) =>
        call is null ? AsyncEnumerable.Empty<TItem>() : ((StreamArgument<TItem, TCodec>)call.Streams[index]).Items;

    protected override void Reply(MessageBody result)
    {
        var reader = new PayloadReader(result.Span);
        call?.Complete(ref reader);
        result.Release();
    }

    protected override ValueTask SendItemAsync(MessageBody item)
    {
        cancel.ThrowIfCancellationRequested();
        call!.Items!.TryAdd(item);
        return default;
    }

    protected override void EndStream() => call!.Complete();
}
