namespace TypedSockets.Codecs;

/// <summary>Writes <see cref="Half"/> as float32, always 5 bytes: MessagePack has no shorter float.</summary>
/// <remarks>Reads every float and integer form, rounded to the nearest; hence a minimum of one byte.</remarks>
public readonly struct HalfCodec : ISocketCodec<Half>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Half value) => writer.Write((float)value);

    /// <inheritdoc />
    public static Half Read(ref PayloadReader reader) => (Half)reader.ReadSingle();
}
