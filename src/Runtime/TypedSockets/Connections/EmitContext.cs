using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Connections;

/// <summary>What an emit's dispatcher gets instead of a call: the session's token. One for all emits of a session.</summary>
internal sealed class EmitContext(CancellationToken sessionEnded) : InboundCall
{
    public override CancellationToken CancellationToken => sessionEnded;

    protected override void Reply(MessageBody result) => result.Release();
}
