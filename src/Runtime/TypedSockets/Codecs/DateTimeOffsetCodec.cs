namespace TypedSockets.Codecs;

/// <summary>
/// Writes and reads <see cref="DateTimeOffset"/> as an array of two, at least 8 bytes: the clock time at its offset, as a timestamp extension,
/// and the offset in minutes.
/// </summary>
/// <remarks>
/// The MessagePack package's form: the timestamp is not the instant, only less the offset it is. An offset of more than 14 hours, and an
/// instant outside the years 1 to 9999, are errors.
/// </remarks>
public readonly struct DateTimeOffsetCodec : ISocketCodec<DateTimeOffset>
{
    private const string Name = "time with an offset";

    /// <inheritdoc />
    public static int MinimumSize => 8;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, DateTimeOffset value)
    {
        writer.WriteArrayHeader(2);
        Timestamp.Write(ref writer, value.DateTime);
        writer.Write((short)value.Offset.TotalMinutes);
    }

    /// <inheritdoc />
    public static DateTimeOffset Read(ref PayloadReader reader)
    {
        if (reader.ReadArrayHeader(1) != 2)
        {
            PayloadErrors.ThrowOtherForm();
        }

        if (!Timestamp.TryRead(ref reader, out var clock))
        {
            PayloadErrors.ThrowOutOfRange(Name);
        }

        var offset = TimeSpan.FromMinutes(reader.ReadInt16());
        try
        {
            return new DateTimeOffset(clock.Ticks, offset);
        }
        catch (ArgumentException)
        {
            PayloadErrors.ThrowOutOfRange(Name);
            throw;
        }
    }
}
