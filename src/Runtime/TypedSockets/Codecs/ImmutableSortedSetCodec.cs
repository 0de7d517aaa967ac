using System.Collections.Immutable;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="ImmutableSortedSet{T}"/> as an array of its elements, in the order of enumeration, 1 byte or more.</summary>
/// <remarks>
/// What is read is sorted by the default comparer. An element that comes twice counts once. Null in either direction, nesting beyond
/// <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes cannot hold, and a bad element, whose index is told, are errors.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct ImmutableSortedSetCodec<T, TCodec> : ISocketCodec<ImmutableSortedSet<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ImmutableSortedSet<T> value) => ListElements.Write<T, TCodec>(ref writer, value);

    /// <inheritdoc />
    public static ImmutableSortedSet<T> Read(ref PayloadReader reader) => [.. ListElements.ReadArray<T, TCodec>(ref reader)];
}
