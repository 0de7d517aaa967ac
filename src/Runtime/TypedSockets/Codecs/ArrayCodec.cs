namespace TypedSockets.Codecs;

/// <summary>Writes and reads an array as an array of its elements, 1 byte or more.</summary>
/// <remarks>
/// Null in either direction, nesting beyond <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes cannot hold, and a bad element,
/// whose index is told, are errors. Bytes have <see cref="ByteArrayCodec"/>.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct ArrayCodec<T, TCodec> : ISocketCodec<T[]>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, T[] value)
    {
        if (value is null)
        {
            PayloadErrors.ThrowNull();
        }

        ListElements.Write<T, TCodec>(ref writer, new ReadOnlySpan<T>(value));
    }

    /// <inheritdoc />
    public static T[] Read(ref PayloadReader reader) => ListElements.ReadArray<T, TCodec>(ref reader);
}
