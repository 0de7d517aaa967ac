using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>
/// Writes and reads <see cref="DateTime"/> as MessagePack's timestamp extension (type -1), 6, 10 or 15 bytes: the instant in UTC, to 100 ns.
/// </summary>
/// <remarks>
/// Local time is converted to UTC, unspecified time is taken to be UTC, and what is read is UTC: use <see cref="DateTimeOffset"/> to keep an
/// offset. Anything but a timestamp between the years 1 and 9999 is an error.
/// </remarks>
public readonly struct DateTimeCodec : ISocketCodec<DateTime>
{
    /// <inheritdoc />
    public static int MinimumSize => 6;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, DateTime value) =>
        Timestamp.Write(ref writer, value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value);

    /// <inheritdoc />
    public static DateTime Read(ref PayloadReader reader)
    {
        var found = reader.NextType;
        if (found != MessagePackType.Extension)
        {
            PayloadErrors.ThrowUnexpected("a timestamp", found);
        }

        if (!Timestamp.TryRead(ref reader, out var value))
        {
            PayloadErrors.ThrowOutOfRange("timestamp");
        }

        return value;
    }
}
