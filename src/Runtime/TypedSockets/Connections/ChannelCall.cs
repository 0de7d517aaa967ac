using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>A call from the other end, until its terminal message has been queued.</summary>
internal sealed class ChannelCall(Peer peer, Channel channel, HubMethod? method, uint id) : InboundCall
{
    // Stands for whatever was cancelled: with a delay of zero it is born so.
    private static readonly CancellationTokenSource Cancelled = new(TimeSpan.Zero);

    // Made when somebody asks for its token, and no lock: most calls are answered without either.
    private CancellationTokenSource? _source;
    private int _answered;
    private ItemQueue[] _arguments = [];
    private OutboundStream? _result;

    public uint Id => id;

    /// <summary>The method; null if this end has none of its number.</summary>
    public HubMethod? Method => method;

    public override CancellationToken CancellationToken
    {
        get
        {
            var source = Volatile.Read(ref _source);
            if (source is null)
            {
                var created = new CancellationTokenSource();
                source = Interlocked.CompareExchange(ref _source, created, null) ?? created;
            }

            return source.Token;
        }
    }

    /// <summary>Cancels the handler's token. The call still gets its terminal message.</summary>
    public void Cancel()
    {
        try
        {
            Interlocked.Exchange(ref _source, Cancelled)?.Cancel();
        }
        catch (AggregateException error)
        {
            // What the handler registered has thrown: neither the other calls nor the process may suffer from it.
            channel.Handler.HandlerFailed(method!, error);
        }

        if (method is { HasStreams: true })
        {
            peer.Streams.Cancel(_arguments, _result, new OperationCanceledException(CancellationToken));
        }
    }

    /// <summary>Gives the call its streams.</summary>
    public void Attach(ItemQueue[] arguments, OutboundStream? result)
    {
        _arguments = arguments;
        _result = result;
    }

    public override IAsyncEnumerable<TItem> Read<TItem, TCodec>(int index) =>
        ReceivedStream.Read<TItem, TCodec>(method!, _arguments[index], _ => peer.Streams.GiveUp(PeerStreams.ArgumentId(id, index)));

    /// <summary>Answers with an error. A text that is too long for one is cut: it may quote anything.</summary>
    public void Fail(SocketErrorCode code, string? text) =>
        Answer(OutboundMessage.Error(id, code, text is null ? null : ShortText.Cut(text, ShortText.MaxErrorBytes)));

    /// <summary>Answers with an error that the contract declares. Owns <paramref name="error"/> from here on.</summary>
    public void FailDeclared(SocketErrorCode code, MessageBody error)
    {
        var size = error.Length;
        if (size <= peer.MaxOutboundBytes)
        {
            Answer(OutboundMessage.Error(id, code, error));
            return;
        }

        error.Release();
        Fail(SocketErrorCode.TooLarge, $"the error has {size} bytes, more than the {peer.MaxOutboundBytes} that the other end reads");
    }

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

    protected override ValueTask SendItemAsync(MessageBody item)
    {
        if (item.Length > peer.MaxOutboundBytes)
        {
            // The caller is told the size; the handler gets an exception from the stream.
            Fail(SocketErrorCode.TooLarge, $"an item has {item.Length} bytes, more than the {peer.MaxOutboundBytes} that the other end reads");
        }

        return _result!.SendItemAsync(item);
    }

    protected override void EndStream() => Answer(OutboundMessage.Complete(id));

    private void Answer(in OutboundMessage message)
    {
        if (Interlocked.Exchange(ref _answered, 1) == 0)
        {
            peer.Calls.Answer(this, message);
        }
        else
        {
            message.Body.Release();
        }
    }
}
