using System.Collections.Concurrent;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="ConcurrentBag{T}"/> as an array of its elements, 1 byte or more.</summary>
/// <remarks>
/// What is written is what it holds at one moment. Null in either direction, nesting beyond <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes
/// cannot hold, and a bad element, whose index is told, are errors.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct ConcurrentBagCodec<T, TCodec> : ISocketCodec<ConcurrentBag<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ConcurrentBag<T> value) => ListElements.WriteSnapshot<T, TCodec>(ref writer, value);

    /// <inheritdoc />
    public static ConcurrentBag<T> Read(ref PayloadReader reader) => new(ListElements.ReadArray<T, TCodec>(ref reader));
}
