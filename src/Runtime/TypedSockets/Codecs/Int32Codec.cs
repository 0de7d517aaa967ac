namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="int"/> as the shortest MessagePack integer, 1 to 5 bytes.</summary>
/// <remarks>
/// Reads every integer form, also a longer one than needed; a number outside the range of <see cref="int"/>, and a float, is an error.
/// </remarks>
public readonly struct Int32Codec : ISocketCodec<int>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, int value) => writer.Write(value);

    /// <inheritdoc />
    public static int Read(ref PayloadReader reader) => reader.ReadInt32();
}
