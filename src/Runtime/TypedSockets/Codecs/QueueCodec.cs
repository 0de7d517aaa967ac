namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="Queue{T}"/> as an array of its elements, the next one first, 1 byte or more.</summary>
/// <remarks>
/// Null in either direction, nesting beyond <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes cannot hold, and a bad element, whose index is
/// told, are errors.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct QueueCodec<T, TCodec> : ISocketCodec<Queue<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Queue<T> value) => ListElements.Write<T, TCodec>(ref writer, value);

    /// <inheritdoc />
    public static Queue<T> Read(ref PayloadReader reader) => new(ListElements.ReadArray<T, TCodec>(ref reader));
}
