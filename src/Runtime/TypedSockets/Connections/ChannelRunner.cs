using System.Runtime.CompilerServices;
using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Connections;

/// <summary>Runs a channel's handlers, in order and one at a time, as long as it has messages.</summary>
internal sealed class ChannelRunner(Peer peer, Channel channel) : IThreadPoolWorkItem
{
    // Whoever is asked may ask back through any hub of the session, so the contract of this one alone does not tell.
    private readonly bool _mayAsk = peer.Role == PeerRole.Server && (peer.MayAsk || HasCalls(channel.Contract.Client));

    /// <summary>Whether the side of a contract has methods that answer.</summary>
    public static bool HasCalls(ContractSide side)
    {
        foreach (var method in side.Methods)
        {
            if (method.Kind != HubMethodKind.Emit)
            {
                return true;
            }
        }

        return false;
    }

    // Handle never throws, so the loop's task cannot fail.
    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    private async Task RunAsync()
    {
        while (channel.TryTake(out var message))
        {
            if (message.Callback is { } callback)
            {
                await callback().ConfigureAwait(false);
                continue;
            }

            var turn = _mayAsk ? new Turn() : null;
            if (turn is not null)
            {
                Turn.Current = turn;
            }

            var handling = Handle(message);
            if (handling.IsCompleted)
            {
                handling.GetAwaiter().GetResult();
            }
            else if (!channel.Handler.HoldsChannel(message.Method!))
            {
                _ = channel.LetGoAsync(handling.AsTask());
            }
            else if (turn is not null)
            {
                await WaitForTurnAsync(handling.AsTask(), turn).ConfigureAwait(false);
            }
            else
            {
                await handling.ConfigureAwait(false);
            }
        }
    }

    private async Task WaitForTurnAsync(Task handling, Turn turn)
    {
        if (await Task.WhenAny(handling, turn.Released).ConfigureAwait(false) != handling)
        {
            _ = channel.LetGoAsync(handling);
        }
    }

    // Never throws, and its task never fails: a handler's failure is answered, or noted, here.
    private ValueTask Handle(in InboundMessage message)
    {
        var method = message.Method!;
        try
        {
            var handling = channel.Handler.Handle(method, channel.Arguments(message), (InboundCall?)message.Call ?? peer.EmitContext);
            if (!handling.IsCompletedSuccessfully)
            {
                return AwaitHandler(handling, method, message.Call);
            }

            handling.GetAwaiter().GetResult();
            Confirm(method, message.Call);
        }
        catch (Exception error)
        {
            Fail(method, message.Call, error);
        }
        finally
        {
            message.Release();
        }

        return default;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AwaitHandler(ValueTask handling, HubMethod method, ChannelCall? call)
    {
        try
        {
            await handling.ConfigureAwait(false);
            Confirm(method, call);
        }
        catch (Exception error)
        {
            Fail(method, call, error);
        }
    }

    // An emit whose sender wants to know that it was handled comes as a call; its dispatcher answers nothing.
    private static void Confirm(HubMethod method, ChannelCall? call)
    {
        if (call is not null && method.Kind == HubMethodKind.Emit)
        {
            call.Confirm();
        }
    }

    private void Fail(HubMethod method, ChannelCall? call, Exception error)
    {
        if (call is not null)
        {
            if (error is SocketRemoteException && TryTellDeclared(method, call, ref error))
            {
                return;
            }

            var (code, text) = peer.Calls.Describe(method, call, error);
            call.Fail(code, text);
            if (code == SocketErrorCode.Cancelled)
            {
                return;
            }
        }
        else if (error is OperationCanceledException && peer.Ended.IsCancellationRequested)
        {
            // It was told to stop, because the session has ended.
            return;
        }

        channel.Handler.HandlerFailed(method, error is BadArgumentsException bad ? bad.Cause.In(method.ToString()) : error);
    }

    // An error that the contract declares is an answer, not a failure of the handler.
    private static bool TryTellDeclared(HubMethod method, ChannelCall call, ref Exception error)
    {
        for (var i = 0; i < method.Errors.Count; i++)
        {
            try
            {
                if (method.Errors[i].TryEncode(error, out var body))
                {
                    call.FailDeclared(DeclaredError.FirstCode + i, body);
                    return true;
                }
            }
            catch (Exception refused)
            {
                // The handler's error cannot be told: that is its failure now.
                error = refused;
                return false;
            }
        }

        return false;
    }
}
