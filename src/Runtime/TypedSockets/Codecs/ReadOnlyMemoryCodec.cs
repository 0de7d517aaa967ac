namespace TypedSockets.Codecs;

/// <summary>
/// Writes and reads <see cref="ReadOnlyMemory{T}"/> of <see cref="byte"/> as MessagePack's bin, 2 bytes or more; reading copies.
/// </summary>
/// <remarks>What is read, and what is refused, is as with <see cref="ByteArrayCodec"/>.</remarks>
public readonly struct ReadOnlyMemoryCodec : ISocketCodec<ReadOnlyMemory<byte>>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ReadOnlyMemory<byte> value) => writer.Write(value.Span);

    /// <inheritdoc />
    public static ReadOnlyMemory<byte> Read(ref PayloadReader reader) => ByteArrayCodec.Read(ref reader);
}
