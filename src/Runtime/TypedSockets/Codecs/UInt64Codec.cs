namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="ulong"/> as the shortest MessagePack integer, 1 to 9 bytes.</summary>
/// <remarks>
/// Reads every integer form, also a longer one than needed; a number outside the range of <see cref="ulong"/>, and a float, is an error.
/// </remarks>
public readonly struct UInt64Codec : ISocketCodec<ulong>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ulong value) => writer.Write(value);

    /// <inheritdoc />
    public static ulong Read(ref PayloadReader reader) => reader.ReadUInt64();
}
