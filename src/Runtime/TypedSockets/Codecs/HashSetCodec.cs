namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="HashSet{T}"/> as an array of its elements, in the order of enumeration, 1 byte or more.</summary>
/// <remarks>
/// An element that comes twice counts once. Null in either direction, nesting beyond <see cref="PayloadLimits.MaxDepth"/>, a count that the
/// bytes cannot hold, and a bad element, whose index is told, are errors. Elements are scalars, so that chosen hash codes cannot slow
/// reading down.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct HashSetCodec<T, TCodec> : ISocketCodec<HashSet<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, HashSet<T> value)
    {
        if (value is null)
        {
            PayloadErrors.ThrowNull();
        }

        ListElements.Write<T, TCodec, HashSet<T>.Enumerator>(ref writer, value.Count, value.GetEnumerator());
    }

    /// <inheritdoc />
    public static HashSet<T> Read(ref PayloadReader reader) => ListElements.ReadHashSet<T, TCodec>(ref reader);
}
