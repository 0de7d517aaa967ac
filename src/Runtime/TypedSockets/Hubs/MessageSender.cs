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
        var body = MessageBody.Rent();
        try
        {
            var writer = new PayloadWriter(body);
            TCodec.Write(ref writer, arguments);
            writer.Flush();
            return body;
        }
        catch (PayloadException error)
        {
            body.Release();
            throw error.In(method.ToString());
        }
        catch
        {
            body.Release();
            throw;
        }
    }
}
