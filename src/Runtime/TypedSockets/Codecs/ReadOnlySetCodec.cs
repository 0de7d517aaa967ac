using System.Collections.ObjectModel;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="ReadOnlySet{T}"/> as an array of its elements, in the order of enumeration, 1 byte or more.</summary>
/// <remarks>
/// An element that comes twice counts once. Elements are scalars, so that chosen hash codes cannot slow reading down. Null in either direction, nesting
/// beyond <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes cannot hold, and a bad element, whose index is told, are errors.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct ReadOnlySetCodec<T, TCodec> : ISocketCodec<ReadOnlySet<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ReadOnlySet<T> value) => ListElements.Write<T, TCodec>(ref writer, value);

    /// <inheritdoc />
    public static ReadOnlySet<T> Read(ref PayloadReader reader) => new(ListElements.ReadHashSet<T, TCodec>(ref reader));
}
