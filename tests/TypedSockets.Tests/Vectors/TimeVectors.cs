using TypedSockets.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>Dates and times: each length of a timestamp, and the ends of each type.</summary>
internal static class TimeVectors
{
    private static readonly DateTime SomeSecond = new(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    public static Dictionary<string, ByteVector> Rows => new()
    {
        ["no time span"] = ByteVector.Of<TimeSpan, TimeSpanCodec>(TimeSpan.Zero, "00"),
        ["time span of a second"] = ByteVector.Of<TimeSpan, TimeSpanCodec>(TimeSpan.FromSeconds(1), "ce00989680"),
        ["time span of a tick back"] = ByteVector.Of<TimeSpan, TimeSpanCodec>(TimeSpan.FromTicks(-1), "ff"),
        ["longest time span"] = ByteVector.Of<TimeSpan, TimeSpanCodec>(TimeSpan.MaxValue, "cf7fffffffffffffff"),
        ["longest time span back"] = ByteVector.Of<TimeSpan, TimeSpanCodec>(TimeSpan.MinValue, "d38000000000000000"),
        ["date"] = ByteVector.Of<DateOnly, DateOnlyCodec>(new DateOnly(2025, 1, 2), "ce000b47b4"),
        ["first date"] = ByteVector.Of<DateOnly, DateOnlyCodec>(DateOnly.MinValue, "00"),
        ["last date"] = ByteVector.Of<DateOnly, DateOnlyCodec>(DateOnly.MaxValue, "ce0037b9da"),
        ["midnight"] = ByteVector.Of<TimeOnly, TimeOnlyCodec>(TimeOnly.MinValue, "00"),
        ["last time of day"] = ByteVector.Of<TimeOnly, TimeOnlyCodec>(TimeOnly.MaxValue, "cf000000c92a69bfff"),
        ["time of day"] = ByteVector.Of<TimeOnly, TimeOnlyCodec>(new TimeOnly(3, 4, 5), "cf00000019b7554080"),
        ["instant"] = ByteVector.Of<DateTime, DateTimeCodec>(SomeSecond, "d6ff67760225"),
        ["instant and a tick"] = ByteVector.Of<DateTime, DateTimeCodec>(SomeSecond.AddTicks(1), "d7ff0000019067760225"),
        ["instant and a millisecond"] = ByteVector.Of<DateTime, DateTimeCodec>(SomeSecond.AddMilliseconds(1), "d7ff003d090067760225"),
        ["instant a tick before the next second"] = ByteVector.Of<DateTime, DateTimeCodec>(
            SomeSecond.AddTicks(TimeSpan.TicksPerSecond - 1), "d7ffee6b267067760225"),
        ["instant of no kind"] = ByteVector.Of<DateTime, DateTimeCodec>(new DateTime(SomeSecond.Ticks), "d6ff67760225", SomeSecond),
        ["instant in local time"] = ByteVector.Of<DateTime, DateTimeCodec>(SomeSecond.ToLocalTime(), "d6ff67760225", SomeSecond),
        ["first instant"] = ByteVector.Of<DateTime, DateTimeCodec>(DateTime.MinValue, "c70cff00000000fffffff1886e0900"),
        ["last instant"] = ByteVector.Of<DateTime, DateTimeCodec>(DateTime.MaxValue, "c70cff3b9ac99c0000003afff4417f"),
        ["1970"] = ByteVector.Of<DateTime, DateTimeCodec>(DateTime.UnixEpoch, "d6ff00000000"),
        ["second before 1970"] = ByteVector.Of<DateTime, DateTimeCodec>(DateTime.UnixEpoch.AddSeconds(-1), "c70cff00000000ffffffffffffffff"),
        ["tick before 1970"] = ByteVector.Of<DateTime, DateTimeCodec>(DateTime.UnixEpoch.AddTicks(-1), "c70cff3b9ac99cffffffffffffffff"),
        ["second 2^32 - 1"] = ByteVector.Of<DateTime, DateTimeCodec>(new DateTime(2106, 2, 7, 6, 28, 15), "d6ffffffffff"),
        ["second 2^32"] = ByteVector.Of<DateTime, DateTimeCodec>(new DateTime(2106, 2, 7, 6, 28, 16), "d7ff0000000100000000"),
        ["second 2^34 - 1"] = ByteVector.Of<DateTime, DateTimeCodec>(new DateTime(2514, 5, 30, 1, 53, 3), "d7ff00000003ffffffff"),
        ["second 2^34"] = ByteVector.Of<DateTime, DateTimeCodec>(new DateTime(2514, 5, 30, 1, 53, 4), "c70cff000000000000000400000000"),
        ["time at +00:00"] = At(TimeSpan.Zero, "92d6ff6776022500"),
        ["time at +09:00"] = At(TimeSpan.FromHours(9), "92d6ff67760225cd021c"),
        ["time at -05:30"] = At(TimeSpan.FromHours(-5.5), "92d6ff67760225d1feb6"),
        ["time at +14:00"] = At(TimeSpan.FromHours(14), "92d6ff67760225cd0348"),
        ["time at -14:00"] = At(TimeSpan.FromHours(-14), "92d6ff67760225d1fcb8"),
        ["time with a tick at +09:00"] = ByteVector.Of<DateTimeOffset, DateTimeOffsetCodec>(
            new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(9)).AddTicks(1), "92d7ff0000019067760225cd021c"),
        ["last time at +00:00"] = ByteVector.Of<DateTimeOffset, DateTimeOffsetCodec>(DateTimeOffset.MaxValue, "92c70cff3b9ac99c0000003afff4417f00"),
    };

    // Two times at different offsets are equal if they are one instant: here they have to be one clock time at one offset.
    private static ByteVector At(TimeSpan offset, string hex) => ByteVector.Seen<DateTimeOffset, DateTimeOffsetCodec>(
        new DateTimeOffset(2025, 1, 2, 3, 4, 5, offset), hex, x => (x.DateTime, x.Offset));
}
