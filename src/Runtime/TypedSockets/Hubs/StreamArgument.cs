using TypedSockets.Codecs;

namespace TypedSockets.Hubs;

/// <summary>A stream that a caller passes to a call.</summary>
public abstract class StreamArgument
{
    private protected StreamArgument()
    {
    }

    /// <summary>Sends every item of the stream, at the pace of its consumer.</summary>
    internal abstract ValueTask SendAsync(IItemSink sink, CancellationToken cancel);
}

/// <summary>A stream that a caller passes to a call.</summary>
/// <typeparam name="TItem">The items.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
public sealed class StreamArgument<TItem, TCodec> : StreamArgument
    where TCodec : struct, ISocketCodec<TItem>
{
    /// <summary>Passes a stream. It is enumerated once the call has gone out. Called by generated code.</summary>
    /// <param name="items">The stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null: nothing on the wire stands for no stream.</exception>
    public StreamArgument(IAsyncEnumerable<TItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        Items = items;
    }

    internal IAsyncEnumerable<TItem> Items { get; }

    internal override ValueTask SendAsync(IItemSink sink, CancellationToken cancel) => ItemPump.RunAsync<TItem, TCodec>(Items, sink, cancel);
}
