namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="byte"/> as the shortest MessagePack integer, 1 to 2 bytes.</summary>
/// <remarks>
/// Reads every integer form, also a longer one than needed; a number outside the range of <see cref="byte"/>, and a float, is an error.
/// </remarks>
public readonly struct ByteCodec : ISocketCodec<byte>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, byte value) => writer.Write(value);

    /// <inheritdoc />
    public static byte Read(ref PayloadReader reader) => reader.ReadByte();
}
