namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="char"/> as the integer of its UTF-16 code unit, 1 to 3 bytes.</summary>
/// <remarks>A number above 65,535 is an error.</remarks>
public readonly struct CharCodec : ISocketCodec<char>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, char value) => writer.Write(value);

    /// <inheritdoc />
    public static char Read(ref PayloadReader reader) => (char)reader.ReadUInt16();
}
