namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="long"/> as the shortest MessagePack integer, 1 to 9 bytes.</summary>
/// <remarks>
/// Reads every integer form, also a longer one than needed; a number outside the range of <see cref="long"/>, and a float, is an error.
/// </remarks>
public readonly struct Int64Codec : ISocketCodec<long>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, long value) => writer.Write(value);

    /// <inheritdoc />
    public static long Read(ref PayloadReader reader) => reader.ReadInt64();
}
