using System.Collections.Concurrent;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="ConcurrentStack{T}"/> as an array of its elements, the one on top first, 1 byte or more.</summary>
/// <remarks>
/// What is written is what it holds at one moment. Null in either direction, nesting beyond <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes
/// cannot hold, and a bad element, whose index is told, are errors.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct ConcurrentStackCodec<T, TCodec> : ISocketCodec<ConcurrentStack<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ConcurrentStack<T> value) => ListElements.WriteSnapshot<T, TCodec>(ref writer, value);

    /// <inheritdoc />
    public static ConcurrentStack<T> Read(ref PayloadReader reader) => new(ListElements.ReadReversed<T, TCodec>(ref reader));
}
