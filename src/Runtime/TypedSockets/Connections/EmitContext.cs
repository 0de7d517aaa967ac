using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Connections;

/// <summary>What an emit's dispatcher gets instead of a call: the session's token. One for all emits of a session.</summary>
internal sealed class EmitContext(CancellationToken sessionEnded) : InboundCall
{
    public override CancellationToken CancellationToken => sessionEnded;

    public override IAsyncEnumerable<TItem> Read<TItem, TCodec>(int index) => throw new NotSupportedException("An emit takes no streams.");

    protected override void Reply(MessageBody result) => result.Release();

    protected override ValueTask SendItemAsync(MessageBody item) => throw new NotSupportedException("An emit returns no stream.");

    protected override void EndStream() => throw new NotSupportedException("An emit returns no stream.");
}
