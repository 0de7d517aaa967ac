namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="SortedSet{T}"/> as an array of its elements, in the order of enumeration, 1 byte or more.</summary>
/// <remarks>
/// What is read is sorted by the default comparer. An element that comes twice counts once. Null in either direction, nesting beyond
/// <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes cannot hold, and a bad element, whose index is told, are errors.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct SortedSetCodec<T, TCodec> : ISocketCodec<SortedSet<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, SortedSet<T> value)
    {
        if (value is null)
        {
            PayloadErrors.ThrowNull();
        }

        ListElements.Write<T, TCodec, SortedSet<T>.Enumerator>(ref writer, value.Count, value.GetEnumerator());
    }

    /// <inheritdoc />
    public static SortedSet<T> Read(ref PayloadReader reader) => ListElements.ReadSortedSet<T, TCodec>(ref reader);
}
