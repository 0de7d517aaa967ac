namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="TimeOnly"/> as the integer of its ticks of 100 ns since midnight, 1 to 9 bytes.</summary>
/// <remarks>A number that is negative, or a day or more, is an error.</remarks>
public readonly struct TimeOnlyCodec : ISocketCodec<TimeOnly>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, TimeOnly value) => writer.Write(value.Ticks);

    /// <inheritdoc />
    public static TimeOnly Read(ref PayloadReader reader)
    {
        var ticks = reader.ReadInt64();
        if ((ulong)ticks > (ulong)TimeOnly.MaxValue.Ticks)
        {
            PayloadErrors.ThrowOutOfRange("time of day");
        }

        return new TimeOnly(ticks);
    }
}
