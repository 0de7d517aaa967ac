using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>A call from the other end, until its terminal message has been queued.</summary>
internal sealed class ChannelCall(Peer peer, Channel channel, HubMethod? method, uint id) : InboundCall
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _source;
    private bool _cancelled;
    private int _answered;

    public uint Id => id;

    public override CancellationToken CancellationToken
    {
        get
        {
            lock (_gate)
            {
                return _cancelled ? new CancellationToken(canceled: true) : (_source ??= new CancellationTokenSource()).Token;
            }
        }
    }

    /// <summary>Cancels the handler's token. The call still gets its terminal message.</summary>
    public void Cancel()
    {
        CancellationTokenSource? source;
        lock (_gate)
        {
            _cancelled = true;
            source = _source;
        }

        try
        {
            source?.Cancel();
        }
        catch (AggregateException error)
        {
            // What the handler registered has thrown: neither the other calls nor the process may suffer from it.
            channel.Handler.HandlerFailed(method!, error);
        }
    }

    /// <summary>Answers with an error. A text that is too long for one is cut: it may quote anything.</summary>
    public void Fail(SocketErrorCode code, string? text) =>
        Answer(OutboundMessage.Error(id, code, text is null ? null : ShortText.Cut(text, ShortText.MaxErrorBytes)));

    protected override void Reply(MessageBody result)
    {
        if (result.Length <= peer.MaxOutboundBytes)
        {
            Answer(OutboundMessage.Result(id, result));
            return;
        }

        var size = result.Length;
        result.Release();
        Fail(SocketErrorCode.TooLarge, $"the result has {size} bytes, more than the {peer.MaxOutboundBytes} that the other end reads");
    }

    private void Answer(in OutboundMessage message)
    {
        if (Interlocked.Exchange(ref _answered, 1) == 0)
        {
            peer.Calls.Answer(this, message);
        }
        else
        {
            message.Body?.Release();
        }
    }
}
