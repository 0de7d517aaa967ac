using System.Threading.Tasks.Sources;
using TypedSockets.Codecs;
using TypedSockets.Protocol;

namespace TypedSockets.Hubs;

/// <summary>A call that waits for its answer. Whoever removes it from the table of calls completes it, once.</summary>
public abstract class PendingCall
{
    private CancellationTokenRegistration _cancellation;
    private Action<PendingCall, CancellationToken>? _abandon;

    private protected PendingCall(HubMethod method, StreamArgument[] streams)
    {
        Method = method;
        Streams = streams;
    }

    /// <summary>The method that was called.</summary>
    public HubMethod Method { get; }

    /// <summary>The streams that are passed to the method.</summary>
    internal StreamArgument[] Streams { get; }

    /// <summary>What takes the items of the result; null if it is no stream.</summary>
    internal virtual ItemQueue? Items => null;

    /// <summary>The call's id on the wire, once it is in the table of calls.</summary>
    internal uint Id { get; set; }

    /// <summary>When the call times out, as a timestamp of the connection's clock.</summary>
    internal long Deadline { get; set; }

    /// <summary>How long the call may take, for the text of its failure.</summary>
    internal TimeSpan Timeout { get; set; }

    /// <summary>Whether the call has its outcome.</summary>
    private protected abstract bool IsCompleted { get; }

    /// <summary>Abandons the call when the caller's token is cancelled.</summary>
    internal void ListenTo(Action<PendingCall, CancellationToken> abandon, CancellationToken cancel)
    {
        _abandon = abandon;
        if (!cancel.CanBeCanceled)
        {
            return;
        }

        _cancellation = cancel.UnsafeRegister(static (state, token) => ((PendingCall)state!).Abandon(token), this);
        if (IsCompleted)
        {
            // The answer was faster than the registration: nobody else ends it.
            _cancellation.Dispose();
        }
    }

    private protected void StopListening() => _cancellation.Dispose();

    private protected void Abandon(CancellationToken token) => _abandon?.Invoke(this, token);

    /// <summary>Completes the call with an encoded result.</summary>
    /// <param name="result">The body of the result.</param>
    internal abstract void Complete(ref PayloadReader result);

    /// <summary>Completes the call at the end of the stream that is its result.</summary>
    /// <exception cref="ProtocolException">Its result is no stream.</exception>
    internal virtual void Complete()
    {
        Fail(new PayloadException("a result was expected, the end of a stream came").In(Method.ToString()));
        throw ProtocolErrors.Malformed("a call was answered with the end of a stream");
    }

    /// <summary>Fails the call.</summary>
    /// <param name="error">Why.</param>
    internal abstract void Fail(Exception error);
}

/// <summary>A call that waits for a result of one type.</summary>
/// <typeparam name="TResult">The result.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
internal sealed class PendingCall<TResult, TCodec> : PendingCall, IValueTaskSource<TResult>, IValueTaskSource
    where TCodec : struct, ISocketCodec<TResult>
{
    private ManualResetValueTaskSourceCore<TResult> _core = new() { RunContinuationsAsynchronously = true };

    internal PendingCall(HubMethod method, StreamArgument[]? streams = null)
        : base(method, streams ?? [])
    {
    }

    public ValueTask<TResult> Result => new(this, _core.Version);

    public ValueTask Completion => new(this, _core.Version);

    private protected override bool IsCompleted => _core.GetStatus(_core.Version) != ValueTaskSourceStatus.Pending;

    public TResult GetResult(short token)
    {
        StopListening();
        return _core.GetResult(token);
    }

    void IValueTaskSource.GetResult(short token) => GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    internal override void Complete(ref PayloadReader result)
    {
        TResult value;
        try
        {
            value = result.ReadAll<TResult, TCodec>();
        }
        catch (Exception error)
        {
            _core.SetException(PayloadException.At(error, [], -1).In($"{Method} result"));
            return;
        }

        _core.SetResult(value);
    }

    internal override void Fail(Exception error) => _core.SetException(error);
}
