namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="DateOnly"/> as the integer of its day number, where 0001-01-01 is 0; 1 to 5 bytes.</summary>
/// <remarks>A number that is no day up to 9999-12-31 is an error.</remarks>
public readonly struct DateOnlyCodec : ISocketCodec<DateOnly>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, DateOnly value) => writer.Write(value.DayNumber);

    /// <inheritdoc />
    public static DateOnly Read(ref PayloadReader reader)
    {
        var day = reader.ReadInt32();
        if ((uint)day > (uint)DateOnly.MaxValue.DayNumber)
        {
            PayloadErrors.ThrowOutOfRange("date");
        }

        return DateOnly.FromDayNumber(day);
    }
}
