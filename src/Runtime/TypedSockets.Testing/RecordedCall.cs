using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Testing;

/// <summary>Hands a client's answer back to the hub that asked.</summary>
internal sealed class RecordedCall(PendingCall? call, CancellationToken cancel) : InboundCall
{
    public override CancellationToken CancellationToken => cancel;

    public void Fail(Exception error) => call?.Fail(error);

    protected override void Reply(MessageBody result)
    {
        var reader = new PayloadReader(result.Span);
        call?.Complete(ref reader);
        result.Release();
    }
}
