using TypedSockets.Codecs;

namespace TypedSockets.Hubs;

/// <summary>
/// What a caller gets from a method that returns a stream: every enumeration is a call of its own, with the arguments as they were when the method was called.
/// Thread-safe.
/// </summary>
/// <param name="method">The method.</param>
/// <param name="streams">The streams that are passed to it.</param>
/// <param name="start">Makes the call.</param>
/// <param name="cancel">Cancels every enumeration.</param>
internal sealed class StreamCall<TItem, TCodec>(HubMethod method, StreamArgument[] streams, Action<PendingCall, CancellationToken> start, CancellationToken cancel)
    : IAsyncEnumerable<TItem>
    where TCodec : struct, ISocketCodec<TItem>
{
    public IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var linked = cancel.CanBeCanceled && cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(cancel, cancellationToken)
            : null;
        var effective = linked?.Token ?? (cancel.CanBeCanceled ? cancel : cancellationToken);
        var call = new PendingStream<TItem, TCodec>(method, streams, linked, effective);
        start(call, effective);
        return call;
    }
}
