using System.Runtime.CompilerServices;
using TypedSockets.Codecs;
using TypedSockets.Protocol;

namespace TypedSockets.Hubs;

/// <summary>A call whose result is a stream, while it is being consumed.</summary>
/// <param name="method">The method.</param>
/// <param name="streams">The streams that are passed to it.</param>
/// <param name="linked">What the token belongs to, if it is the stream's own.</param>
/// <param name="cancel">What cancels it.</param>
internal sealed class PendingStream<TItem, TCodec>(HubMethod method, StreamArgument[] streams, CancellationTokenSource? linked, CancellationToken cancel)
    : PendingCall(method, streams), IAsyncEnumerator<TItem>
    where TCodec : struct, ISocketCodec<TItem>
{
    private readonly ItemQueue _items = new();
    private readonly string _place = $"{method} item";
    private TItem _current = default!;

    public TItem Current => _current;

    internal override ItemQueue Items => _items;

    private protected override bool IsCompleted => _items.IsEnded;

    public ValueTask<bool> MoveNextAsync()
    {
        cancel.ThrowIfCancellationRequested();
        if (!_items.TryTake(out var item))
        {
            return WaitAsync();
        }

        _current = BodyCodec.Decode<TItem, TCodec>(item, _place);
        return new ValueTask<bool>(true);
    }

    public ValueTask DisposeAsync()
    {
        StopListening();
        Abandon(CancellationToken.None);
        _items.Drop();
        linked?.Dispose();
        return default;
    }

    internal override void Complete(ref PayloadReader result)
    {
        Fail(new PayloadException("a stream was expected, a result came").In(Method.ToString()));
        throw ProtocolErrors.Malformed("a stream was answered with a result");
    }

    internal override void Complete() => _items.End(error: null);

    internal override void Fail(Exception error) => _items.End(error);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WaitAsync()
    {
        var item = await _items.TakeAsync(cancel).ConfigureAwait(false);
        if (item is null)
        {
            return false;
        }

        _current = BodyCodec.Decode<TItem, TCodec>(item, _place);
        return true;
    }
}
