using System.Runtime.CompilerServices;
using TypedSockets.Codecs;
using TypedSockets.Protocol;

namespace TypedSockets.Hubs;

/// <summary>A stream that a caller has passed to this end's handler.</summary>
internal static class ReceivedStream
{
    /// <summary>Reads the items. The queue has one consumer, so a stream can be enumerated once.</summary>
    /// <param name="method">The method, for the texts of errors.</param>
    /// <param name="items">What has come and comes.</param>
    /// <param name="given">Called when the consumer wants no more, whether the stream has ended or not.</param>
    public static IAsyncEnumerable<TItem> Read<TItem, TCodec>(HubMethod method, ItemQueue items, Action<ItemQueue> given)
        where TCodec : struct, ISocketCodec<TItem> => new Once<TItem>(ReadAsync<TItem, TCodec>(method, items, given));

    private static async IAsyncEnumerable<TItem> ReadAsync<TItem, TCodec>(
        HubMethod method, ItemQueue items, Action<ItemQueue> given, [EnumeratorCancellation] CancellationToken cancel = default)
        where TCodec : struct, ISocketCodec<TItem>
    {
        try
        {
            while (await items.TakeAsync(cancel).ConfigureAwait(false) is { } item)
            {
                yield return Decode<TItem, TCodec>(method, item);
            }
        }
        finally
        {
            given(items);
            items.Drop();
        }
    }

    private static TItem Decode<TItem, TCodec>(HubMethod method, MessageBody item)
        where TCodec : struct, ISocketCodec<TItem>
    {
        try
        {
            return BodyCodec.Decode<TItem, TCodec>(item, $"{method} item");
        }
        catch (PayloadException error)
        {
            throw new BadArgumentsException(error);
        }
    }

    private sealed class Once<TItem>(IAsyncEnumerable<TItem> items) : IAsyncEnumerable<TItem>
    {
        private int _taken;

        public IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            Interlocked.Exchange(ref _taken, 1) == 0
                ? items.GetAsyncEnumerator(cancellationToken)
                : throw new InvalidOperationException("A stream that was passed to a call can be enumerated once: its items are not kept.");
    }
}
