namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="ushort"/> as the shortest MessagePack integer, 1 to 3 bytes.</summary>
/// <remarks>
/// Reads every integer form, also a longer one than needed; a number outside the range of <see cref="ushort"/>, and a float, is an error.
/// </remarks>
public readonly struct UInt16Codec : ISocketCodec<ushort>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ushort value) => writer.Write(value);

    /// <inheritdoc />
    public static ushort Read(ref PayloadReader reader) => reader.ReadUInt16();
}
