namespace TypedSockets.Codecs;

/// <summary>Writes <see cref="float"/> as float32, always 5 bytes.</summary>
/// <remarks>Reads every float and integer form, because JavaScript writes a whole number as an integer: hence a minimum of one byte.</remarks>
public readonly struct SingleCodec : ISocketCodec<float>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, float value) => writer.Write(value);

    /// <inheritdoc />
    public static float Read(ref PayloadReader reader) => reader.ReadSingle();
}
