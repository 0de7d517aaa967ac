using System.Runtime.CompilerServices;
using TypedSockets.Codecs;
using TypedSockets.Protocol;

namespace TypedSockets.Hubs;

/// <summary>What a dispatcher answers to. For an emit it only carries the token.</summary>
public abstract class InboundCall
{
    /// <summary>Cancelled when the caller cancels, or when the session ends.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Answers when a handler without a result has finished.</summary>
    /// <param name="handler">The handler's task.</param>
    /// <returns>Completes after the answer has been queued.</returns>
    public ValueTask Complete(ValueTask handler)
    {
        if (!handler.IsCompletedSuccessfully)
        {
            return Await(handler);
        }

        handler.GetAwaiter().GetResult();
        Reply<NoResult, NoResult.Codec>(default);
        return default;
    }

    /// <summary>Answers when a handler without a result has finished.</summary>
    /// <param name="handler">The handler's task.</param>
    /// <returns>Completes after the answer has been queued.</returns>
    public ValueTask Complete(Task handler) => Complete(new ValueTask(handler));

    /// <summary>Answers with a handler's result.</summary>
    /// <typeparam name="TResult">The result.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="handler">The handler's task.</param>
    /// <returns>Completes after the answer has been queued.</returns>
    public ValueTask Complete<TResult, TCodec>(ValueTask<TResult> handler)
        where TCodec : struct, ISocketCodec<TResult>
    {
        if (!handler.IsCompletedSuccessfully)
        {
            return Await<TResult, TCodec>(handler);
        }

        Reply<TResult, TCodec>(handler.GetAwaiter().GetResult());
        return default;
    }

    /// <summary>Answers with a handler's result.</summary>
    /// <typeparam name="TResult">The result.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="handler">The handler's task.</param>
    /// <returns>Completes after the answer has been queued.</returns>
    public ValueTask Complete<TResult, TCodec>(Task<TResult> handler)
        where TCodec : struct, ISocketCodec<TResult> => Complete<TResult, TCodec>(new ValueTask<TResult>(handler));

    /// <summary>Answers with nothing: an emit whose sender asked to be told has been handled.</summary>
    internal void Confirm() => Reply<NoResult, NoResult.Codec>(default);

    /// <summary>Queues the answer. Owns <paramref name="result"/> from here on.</summary>
    /// <param name="result">The encoded result.</param>
    protected abstract void Reply(MessageBody result);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask Await(ValueTask handler)
    {
        await handler.ConfigureAwait(false);
        Reply<NoResult, NoResult.Codec>(default);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask Await<TResult, TCodec>(ValueTask<TResult> handler)
        where TCodec : struct, ISocketCodec<TResult> =>
        Reply<TResult, TCodec>(await handler.ConfigureAwait(false));

    private void Reply<TResult, TCodec>(TResult result)
        where TCodec : struct, ISocketCodec<TResult>
    {
        var body = MessageBody.Rent();
        try
        {
            var writer = new PayloadWriter(body);
            TCodec.Write(ref writer, result);
            writer.Flush();
        }
        catch
        {
            body.Release();
            throw;
        }

        Reply(body);
    }
}
