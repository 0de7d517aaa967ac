namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="TimeSpan"/> as the integer of its ticks of 100 ns, 1 to 9 bytes.</summary>
/// <remarks>Errors are those of <see cref="Int64Codec"/>.</remarks>
public readonly struct TimeSpanCodec : ISocketCodec<TimeSpan>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, TimeSpan value) => writer.Write(value.Ticks);

    /// <inheritdoc />
    public static TimeSpan Read(ref PayloadReader reader) => new(reader.ReadInt64());
}
