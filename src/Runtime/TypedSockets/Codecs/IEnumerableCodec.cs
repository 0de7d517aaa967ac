namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="IEnumerable{T}"/> as an array of its elements, 1 byte or more.</summary>
/// <remarks>
/// What does not know its count is buffered, and enumerated once; what is read is an array. Null in either direction, nesting beyond
/// <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes cannot hold, and a bad element, whose index is told, are errors.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct IEnumerableCodec<T, TCodec> : ISocketCodec<IEnumerable<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, IEnumerable<T> value) =>
        ListElements.Write<T, TCodec>(ref writer, value);

    /// <inheritdoc />
    public static IEnumerable<T> Read(ref PayloadReader reader) => ListElements.ReadArray<T, TCodec>(ref reader);
}
