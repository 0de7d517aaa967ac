namespace TypedSockets.Codecs;

/// <summary>Writes <see cref="double"/> as float64, always 9 bytes.</summary>
/// <remarks>Reads every float and integer form, because JavaScript writes a whole number as an integer: hence a minimum of one byte.</remarks>
public readonly struct DoubleCodec : ISocketCodec<double>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, double value) => writer.Write(value);

    /// <inheritdoc />
    public static double Read(ref PayloadReader reader) => reader.ReadDouble();
}
