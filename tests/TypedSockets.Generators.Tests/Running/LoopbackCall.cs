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

    protected override void Reply(MessageBody result)
    {
        var bytes = result.Span.ToArray();
        result.Release();
        Replies.Add(bytes);
        var reader = new PayloadReader(bytes);
        pending?.Complete(ref reader);
    }
}
