namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="ISet{T}"/> as an array of its elements, in the order of enumeration, 1 byte or more.</summary>
/// <remarks>
/// What is read is a <see cref="HashSet{T}"/>. An element that comes twice counts once. Null in either direction, nesting beyond
/// <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes cannot hold, and a bad element, whose index is told, are errors. Elements are
/// scalars, so that chosen hash codes cannot slow reading down.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct ISetCodec<T, TCodec> : ISocketCodec<ISet<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ISet<T> value) =>
        ListElements.Write<T, TCodec>(ref writer, value);

    /// <inheritdoc />
    public static ISet<T> Read(ref PayloadReader reader) => ListElements.ReadHashSet<T, TCodec>(ref reader);
}
