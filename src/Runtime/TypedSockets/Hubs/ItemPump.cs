using TypedSockets.Codecs;

namespace TypedSockets.Hubs;

/// <summary>Moves the items of a stream from the application to the wire.</summary>
internal static class ItemPump
{
    /// <summary>Sends every item of a stream, at the pace of its consumer.</summary>
    /// <param name="items">The stream; disposed whatever happens.</param>
    /// <param name="sink">Where they go.</param>
    /// <param name="cancel">Ends the stream.</param>
    /// <returns>Completes after the last item was taken.</returns>
    public static async ValueTask RunAsync<TItem, TCodec>(IAsyncEnumerable<TItem> items, IItemSink sink, CancellationToken cancel)
        where TCodec : struct, ISocketCodec<TItem>
    {
        await foreach (var item in items.WithCancellation(cancel).ConfigureAwait(false))
        {
            await sink.SendItemAsync(BodyCodec.Encode<TItem, TCodec>(item)).ConfigureAwait(false);
        }
    }
}
