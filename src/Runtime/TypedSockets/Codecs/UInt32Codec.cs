namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="uint"/> as the shortest MessagePack integer, 1 to 5 bytes.</summary>
/// <remarks>
/// Reads every integer form, also a longer one than needed; a number outside the range of <see cref="uint"/>, and a float, is an error.
/// </remarks>
public readonly struct UInt32Codec : ISocketCodec<uint>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, uint value) => writer.Write(value);

    /// <inheritdoc />
    public static uint Read(ref PayloadReader reader) => reader.ReadUInt32();
}
