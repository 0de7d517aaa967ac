namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="short"/> as the shortest MessagePack integer, 1 to 3 bytes.</summary>
/// <remarks>
/// Reads every integer form, also a longer one than needed; a number outside the range of <see cref="short"/>, and a float, is an error.
/// </remarks>
public readonly struct Int16Codec : ISocketCodec<short>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, short value) => writer.Write(value);

    /// <inheritdoc />
    public static short Read(ref PayloadReader reader) => reader.ReadInt16();
}
