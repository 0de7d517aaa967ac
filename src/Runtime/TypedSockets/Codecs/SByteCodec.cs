namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="sbyte"/> as the shortest MessagePack integer, 1 to 2 bytes.</summary>
/// <remarks>
/// Reads every integer form, also a longer one than needed; a number outside the range of <see cref="sbyte"/>, and a float, is an error.
/// </remarks>
public readonly struct SByteCodec : ISocketCodec<sbyte>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, sbyte value) => writer.Write(value);

    /// <inheritdoc />
    public static sbyte Read(ref PayloadReader reader) => reader.ReadSByte();
}
