using MessagePack.Formatters;

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
    /// <inheritdoc />
    public static int MinimumSize => 8;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, DateTimeOffset value) =>
        DateTimeOffsetFormatter.Instance.Serialize(ref writer.Raw, value, null!);

    /// <inheritdoc />
    public static DateTimeOffset Read(ref PayloadReader reader)
    {
        try
        {
            return DateTimeOffsetFormatter.Instance.Deserialize(ref reader.Raw, null!);
        }
        catch (ArgumentException)
        {
            PayloadErrors.ThrowOutOfRange("time with an offset");
            throw;
        }
    }
}
