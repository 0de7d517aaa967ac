using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Fuzz.Targets;

/// <summary>A call whose answer nobody wants, of a caller who goes away soon.</summary>
internal sealed class Answers : InboundCall
{
    private const int MaxItems = 5;

    private int _items;

    public override CancellationToken CancellationToken => default;

    public override IAsyncEnumerable<TItem> Read<TItem, TCodec>(int index) => AsyncEnumerable.Empty<TItem>();

    protected override void Reply(MessageBody result) => result.Release();

    protected override ValueTask SendItemAsync(MessageBody item)
    {
        item.Release();
        return ++_items < MaxItems ? default : throw new OperationCanceledException();
    }

    protected override void EndStream()
    {
    }
}
