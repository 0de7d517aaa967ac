using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Generators.Tests.Running;

/// <summary>Completes the caller's call with the answer's bytes.</summary>
internal sealed class LoopbackCall(PendingCall? pending, CancellationToken cancel) : InboundCall
{
    public override CancellationToken CancellationToken => cancel;

    /// <summary>The answers' bytes.</summary>
    public List<byte[]> Replies { get; } = [];

    public override IAsyncEnumerable<TItem> Read<TItem, TCodec>(int index) => ((StreamArgument<TItem, TCodec>)pending!.Streams[index]).Items;

    protected override void Reply(MessageBody result)
    {
        var bytes = result.Span.ToArray();
        result.Release();
        Replies.Add(bytes);
        var reader = new PayloadReader(bytes);
        pending?.Complete(ref reader);
    }

    protected override ValueTask SendItemAsync(MessageBody item)
    {
        Replies.Add(item.Span.ToArray());
        pending!.Items!.TryAdd(item);
        return default;
    }

    protected override void EndStream() => pending!.Complete();
}
