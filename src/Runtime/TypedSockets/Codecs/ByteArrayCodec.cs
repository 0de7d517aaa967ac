namespace TypedSockets.Codecs;

/// <summary>Writes and reads an array of <see cref="byte"/> as MessagePack's bin, 2 bytes or more.</summary>
/// <remarks>
/// Reads an array of integers too, as the MessagePack package does: hence a minimum of one byte. Null in either direction and everything else,
/// text as well, is an error.
/// </remarks>
public readonly struct ByteArrayCodec : ISocketCodec<byte[]>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, byte[] value)
    {
        if (value is null)
        {
            PayloadErrors.ThrowNull();
        }

        writer.Write(value.AsSpan());
    }

    /// <inheritdoc />
    public static byte[] Read(ref PayloadReader reader) => ListElements.ReadArray<byte, ByteCodec>(ref reader);
}
