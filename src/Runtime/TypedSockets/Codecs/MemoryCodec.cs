namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="Memory{T}"/> of <see cref="byte"/> as MessagePack's bin, 2 bytes or more; reading copies.</summary>
/// <remarks>What is read, and what is refused, is as with <see cref="ByteArrayCodec"/>.</remarks>
public readonly struct MemoryCodec : ISocketCodec<Memory<byte>>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Memory<byte> value) => writer.Write(value.Span);

    /// <inheritdoc />
    public static Memory<byte> Read(ref PayloadReader reader) => ByteArrayCodec.Read(ref reader);
}
