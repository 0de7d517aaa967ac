using TypedSockets.Codecs;
using TypedSockets.Protocol;

namespace TypedSockets.Hubs;

/// <summary>
/// Where the generated proxies send to: one peer, a group, a recorder. It encodes the arguments before it returns, so that the caller may change
/// them afterwards. Thread-safe.
/// </summary>
public abstract class MessageSender
{
    /// <summary>Sends an emit of a <c>void</c> method.</summary>
    /// <typeparam name="TArguments">The generated struct of its arguments.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <exception cref="PayloadException">The arguments cannot be encoded.</exception>
    /// <exception cref="TypedSocketException">The message cannot be taken: the outbox is full, or the session has ended.</exception>
    public void Emit<TArguments, TCodec>(HubMethod method, TArguments arguments)
        where TCodec : struct, ISocketCodec<TArguments> =>
        Send(method, Encode<TArguments, TCodec>(method, arguments));

    /// <summary>Sends an emit of a <c>void</c> method that is to be coalesced.</summary>
    /// <typeparam name="TArguments">The generated struct of its arguments.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="coalesceKey">The emit replaces an unsent one of the same method and key.</param>
    /// <exception cref="PayloadException">The arguments cannot be encoded.</exception>
    /// <exception cref="TypedSocketException">The message cannot be taken: the outbox is full, or the session has ended.</exception>
    public void Emit<TArguments, TCodec>(HubMethod method, TArguments arguments, string coalesceKey)
        where TCodec : struct, ISocketCodec<TArguments>
    {
        var body = Encode<TArguments, TCodec>(method, arguments);
        body.CoalesceKey = coalesceKey;
        Send(method, body);
    }

    /// <summary>Sends an emit of a <see cref="OneWayAttribute"/> method.</summary>
    /// <typeparam name="TArguments">The generated struct of its arguments.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cancel">Gives up waiting for room.</param>
    /// <returns>Completes when the outbox has taken the message.</returns>
    public ValueTask EmitAsync<TArguments, TCodec>(HubMethod method, TArguments arguments, CancellationToken cancel = default)
        where TCodec : struct, ISocketCodec<TArguments> =>
        SendAsync(method, Encode<TArguments, TCodec>(method, arguments), cancel);

    /// <summary>Sends an emit of a <see cref="OneWayAttribute"/> method that is to be coalesced.</summary>
    /// <typeparam name="TArguments">The generated struct of its arguments.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="coalesceKey">The emit replaces an unsent one of the same method and key.</param>
    /// <param name="cancel">Gives up waiting for room.</param>
    /// <returns>Completes when the outbox has taken the message.</returns>
    public ValueTask EmitAsync<TArguments, TCodec>(HubMethod method, TArguments arguments, string coalesceKey, CancellationToken cancel = default)
        where TCodec : struct, ISocketCodec<TArguments>
    {
        var body = Encode<TArguments, TCodec>(method, arguments);
        body.CoalesceKey = coalesceKey;
        return SendAsync(method, body, cancel);
    }

    /// <summary>Calls a method that returns nothing.</summary>
    /// <typeparam name="TArguments">The generated struct of its arguments.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cancel">Cancels the remote handler.</param>
    /// <returns>Completes when the remote handler has finished.</returns>
    public ValueTask CallAsync<TArguments, TCodec>(HubMethod method, TArguments arguments, CancellationToken cancel = default)
        where TCodec : struct, ISocketCodec<TArguments>
    {
        var call = new PendingCall<NoResult, NoResult.Codec>(method);
        Invoke(method, Encode<TArguments, TCodec>(method, arguments), call, cancel);
        return call.Completion;
    }

    /// <summary>Calls a method that returns a result.</summary>
    /// <typeparam name="TArguments">The generated struct of its arguments.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <typeparam name="TResult">The result.</typeparam>
    /// <typeparam name="TResultCodec">Its codec.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cancel">Cancels the remote handler.</param>
    /// <returns>The result.</returns>
    public ValueTask<TResult> CallAsync<TArguments, TCodec, TResult, TResultCodec>(
        HubMethod method, TArguments arguments, CancellationToken cancel = default)
        where TCodec : struct, ISocketCodec<TArguments>
        where TResultCodec : struct, ISocketCodec<TResult>
    {
        var call = new PendingCall<TResult, TResultCodec>(method);
        Invoke(method, Encode<TArguments, TCodec>(method, arguments), call, cancel);
        return call.Result;
    }

    /// <summary>Calls a method that takes streams and returns nothing.</summary>
    /// <typeparam name="TArguments">The generated struct of its other arguments.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The other arguments.</param>
    /// <param name="streams">The streams. They are enumerated once the call has gone out, and no longer than it lasts.</param>
    /// <param name="cancel">Cancels the remote handler.</param>
    /// <returns>Completes when the remote handler has finished.</returns>
    public ValueTask CallAsync<TArguments, TCodec>(HubMethod method, TArguments arguments, StreamArgument[] streams, CancellationToken cancel)
        where TCodec : struct, ISocketCodec<TArguments>
    {
        var call = new PendingCall<NoResult, NoResult.Codec>(method, streams);
        Invoke(method, Encode<TArguments, TCodec>(method, arguments), call, cancel);
        return call.Completion;
    }

    /// <summary>Calls a method that takes streams and returns a result.</summary>
    /// <typeparam name="TArguments">The generated struct of its other arguments.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <typeparam name="TResult">The result.</typeparam>
    /// <typeparam name="TResultCodec">Its codec.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The other arguments.</param>
    /// <param name="streams">The streams. They are enumerated once the call has gone out, and no longer than it lasts.</param>
    /// <param name="cancel">Cancels the remote handler.</param>
    /// <returns>The result.</returns>
    public ValueTask<TResult> CallAsync<TArguments, TCodec, TResult, TResultCodec>(
        HubMethod method, TArguments arguments, StreamArgument[] streams, CancellationToken cancel)
        where TCodec : struct, ISocketCodec<TArguments>
        where TResultCodec : struct, ISocketCodec<TResult>
    {
        var call = new PendingCall<TResult, TResultCodec>(method, streams);
        Invoke(method, Encode<TArguments, TCodec>(method, arguments), call, cancel);
        return call.Result;
    }

    /// <summary>Calls a method that returns a stream. Nothing is sent until it is enumerated; each enumeration is a call of its own.</summary>
    /// <typeparam name="TArguments">The generated struct of its arguments.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <typeparam name="TItem">The items.</typeparam>
    /// <typeparam name="TItemCodec">Their codec.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="streams">The streams that it takes.</param>
    /// <param name="cancel">Cancels the remote handler.</param>
    /// <returns>The stream.</returns>
    public IAsyncEnumerable<TItem> Stream<TArguments, TCodec, TItem, TItemCodec>(
        HubMethod method, TArguments arguments, StreamArgument[] streams, CancellationToken cancel)
        where TCodec : struct, ISocketCodec<TArguments>
        where TItemCodec : struct, ISocketCodec<TItem>
    {
        var encoded = Encode<TArguments, TCodec>(method, arguments);
        var bytes = encoded.Span.ToArray();
        encoded.Release();
        return new StreamCall<TItem, TItemCodec>(
            method, streams, (call, effective) => Invoke(method, MessageBody.Copy(bytes), call, effective), cancel);
    }

    /// <summary>Takes an encoded emit. Owns <paramref name="body"/> from here on, also if it throws.</summary>
    /// <param name="method">The method.</param>
    /// <param name="body">The encoded arguments.</param>
    protected abstract void Send(HubMethod method, MessageBody body);

    /// <summary>Takes an encoded emit, waiting for room if need be. Owns <paramref name="body"/> from here on, also if it throws.</summary>
    /// <param name="method">The method.</param>
    /// <param name="body">The encoded arguments.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>Completes when the message has been taken.</returns>
    protected abstract ValueTask SendAsync(HubMethod method, MessageBody body, CancellationToken cancel);

    /// <summary>Takes an encoded call. Owns <paramref name="body"/> from here on; every failure is told to <paramref name="call"/>.</summary>
    /// <param name="method">The method.</param>
    /// <param name="body">The encoded arguments.</param>
    /// <param name="call">Completed exactly once.</param>
    /// <param name="cancel">Cancels the remote handler.</param>
    protected abstract void Invoke(HubMethod method, MessageBody body, PendingCall call, CancellationToken cancel);

    private static MessageBody Encode<TArguments, TCodec>(HubMethod method, TArguments arguments)
        where TCodec : struct, ISocketCodec<TArguments>
    {
        try
        {
            return BodyCodec.Encode<TArguments, TCodec>(arguments);
        }
        catch (PayloadException error)
        {
            throw error.In(method.ToString());
        }
    }
}
