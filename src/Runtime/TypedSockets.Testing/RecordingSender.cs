using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Testing;

/// <summary>Writes down what is sent instead of sending it; calls are answered by an implementation of the client interface, if there is one.</summary>
internal sealed class RecordingSender<TClient>(string recipient, ContractSide<TClient> side, TClient? answering, Action<SentMessage> record) : MessageSender
    where TClient : class
{
    protected override void Send(HubMethod method, MessageBody body)
    {
        Record(method, body);
        body.Release();
    }

    protected override ValueTask SendAsync(HubMethod method, MessageBody body, CancellationToken cancel)
    {
        Send(method, body);
        return default;
    }

    protected override void Invoke(HubMethod method, MessageBody body, PendingCall call, CancellationToken cancel)
    {
        Record(method, body);
        _ = AnswerAsync(method, body, new RecordedCall(call, cancel));
    }

    private void Record(HubMethod method, MessageBody body)
    {
        var table = new HandlerTable(side);
        table.SubscribeAll((name, arguments) => record(new SentMessage(recipient, name, arguments)));
        var reader = new PayloadReader(body.Span);
        try
        {
            _ = side.Raise(table, method.Id, ref reader, new RecordedCall(call: null, CancellationToken.None)).AsTask();
        }
        catch (NoHandlerException)
        {
            // A call: it was shown to the recorder before its missing handler was found out.
        }
    }

    private async Task AnswerAsync(HubMethod method, MessageBody body, RecordedCall call)
    {
        try
        {
            if (answering is null)
            {
                throw new InvalidOperationException($"The hub asked '{recipient}' for '{method}', and nothing answers. Give HubTest a client that does.");
            }

            await Dispatch(answering, method, body, call).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            call.Fail(error);
        }
        finally
        {
            body.Release();
        }
    }

    private ValueTask Dispatch(TClient target, HubMethod method, MessageBody body, RecordedCall call)
    {
        var reader = new PayloadReader(body.Span);
        return side.Dispatch(target, method.Id, ref reader, call);
    }
}
