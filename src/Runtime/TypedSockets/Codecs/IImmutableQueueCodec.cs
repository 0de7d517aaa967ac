using System.Collections.Immutable;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="IImmutableQueue{T}"/> as an array of its elements, the next one first, 1 byte or more.</summary>
/// <remarks>
/// What is read is an <see cref="ImmutableQueue{T}"/>. Null in either direction, nesting beyond <see cref="PayloadLimits.MaxDepth"/>, a count that the
/// bytes cannot hold, and a bad element, whose index is told, are errors.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct IImmutableQueueCodec<T, TCodec> : ISocketCodec<IImmutableQueue<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, IImmutableQueue<T> value) => ListElements.Write<T, TCodec>(ref writer, value);

    /// <inheritdoc />
    public static IImmutableQueue<T> Read(ref PayloadReader reader) => ImmutableQueueCodec<T, TCodec>.Read(ref reader);
}
