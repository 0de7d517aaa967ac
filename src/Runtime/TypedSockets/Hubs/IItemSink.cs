using TypedSockets.Protocol;

namespace TypedSockets.Hubs;

/// <summary>Where the items of a stream go.</summary>
internal interface IItemSink
{
    /// <summary>Takes an item, as soon as its consumer gives credit for it. Owns <paramref name="item"/> from here on. One at a time.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants the stream any more.</exception>
    ValueTask SendItemAsync(MessageBody item);
}
