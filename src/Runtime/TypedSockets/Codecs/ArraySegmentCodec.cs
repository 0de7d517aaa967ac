namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="ArraySegment{T}"/> of <see cref="byte"/> as MessagePack's bin, 2 bytes or more, or nil if it has no array; reading copies.</summary>
/// <remarks>Nil is read as the default, which has no array. What else is read, and what is refused, is as with <see cref="ByteArrayCodec"/>.</remarks>
public readonly struct ArraySegmentCodec : ISocketCodec<ArraySegment<byte>>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ArraySegment<byte> value)
    {
        if (value.Array is null)
        {
            writer.WriteNil();
        }
        else
        {
            writer.Write(value.AsSpan());
        }
    }

    /// <inheritdoc />
    public static ArraySegment<byte> Read(ref PayloadReader reader) => reader.TryReadNil() ? default : new(ByteArrayCodec.Read(ref reader));
}
