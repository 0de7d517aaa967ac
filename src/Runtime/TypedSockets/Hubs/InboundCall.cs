using System.Runtime.CompilerServices;
using TypedSockets.Codecs;
using TypedSockets.Protocol;

namespace TypedSockets.Hubs;

/// <summary>What a dispatcher answers to. For an emit it only carries the token.</summary>
public abstract class InboundCall : IItemSink
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

    /// <summary>Answers with a handler's stream, at the pace of the caller.</summary>
    /// <typeparam name="TItem">The items.</typeparam>
    /// <typeparam name="TCodec">Their codec.</typeparam>
    /// <param name="handler">The stream.</param>
    /// <returns>Completes after the end of the stream has been queued.</returns>
    public async ValueTask Stream<TItem, TCodec>(IAsyncEnumerable<TItem> handler)
        where TCodec : struct, ISocketCodec<TItem>
    {
        ArgumentNullException.ThrowIfNull(handler);
        await ItemPump.RunAsync<TItem, TCodec>(handler, this, CancellationToken).ConfigureAwait(false);
        EndStream();
    }

    /// <summary>A stream that the caller has passed. It can be enumerated once, as long as the call runs.</summary>
    /// <typeparam name="TItem">The items.</typeparam>
    /// <typeparam name="TCodec">Their codec.</typeparam>
    /// <param name="index">Which of the method's streams, from 0.</param>
    /// <returns>The stream.</returns>
    public abstract IAsyncEnumerable<TItem> Read<TItem, TCodec>(int index)
        where TCodec : struct, ISocketCodec<TItem>;

    ValueTask IItemSink.SendItemAsync(MessageBody item) => SendItemAsync(item);

    /// <summary>Answers with nothing: an emit whose sender asked to be told has been handled.</summary>
    internal void Confirm() => Reply<NoResult, NoResult.Codec>(default);

    /// <summary>Queues the answer. Owns <paramref name="result"/> from here on.</summary>
    /// <param name="result">The encoded result.</param>
    protected abstract void Reply(MessageBody result);

    /// <summary>Queues an item of the stream that answers the call. Owns <paramref name="item"/> from here on.</summary>
    /// <param name="item">The encoded item.</param>
    /// <returns>Completes when the caller has room for it.</returns>
    protected abstract ValueTask SendItemAsync(MessageBody item);

    /// <summary>Queues the end of the stream that answers the call.</summary>
    protected abstract void EndStream();

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
        where TCodec : struct, ISocketCodec<TResult> =>
        Reply(BodyCodec.Encode<TResult, TCodec>(result));
}
