using TypedSockets.Codecs;
using TypedSockets.Tests.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>Dictionaries by what their keys are: every scalar that may be one, and no text, which most peers write maps of.</summary>
internal static class KeyVectors
{
    public static Dictionary<string, ByteVector> Rows => new()
    {
        ["map"] = ByteVector.Of<Dictionary<int, bool>, DictionaryCodec<int, bool, Int32Codec, BooleanCodec>>(
            new Dictionary<int, bool> { [2] = true, [1] = false }, "8202c301c2"),
        ["sorted map"] = ByteVector.Of<SortedDictionary<int, bool>, SortedDictionaryCodec<int, bool, Int32Codec, BooleanCodec>>(
            new SortedDictionary<int, bool> { [2] = true, [1] = false }, "8201c202c3"),
        ["map of maps"] = ByteVector.Of<
            Dictionary<int, Dictionary<int, int>>,
            DictionaryCodec<int, Dictionary<int, int>, Int32Codec, DictionaryCodec<int, int, Int32Codec, Int32Codec>>>(
            new() { [1] = new() { [2] = 3 }, [4] = [] }, "82018102030480"),
        ["bool as key"] = Of<bool, BooleanCodec>(true, "c3"),
        ["byte as key"] = Of<byte, ByteCodec>(200, "ccc8"),
        ["sbyte as key"] = Of<sbyte, SByteCodec>(-1, "ff"),
        ["short as key"] = Of<short, Int16Codec>(-129, "d1ff7f"),
        ["ushort as key"] = Of<ushort, UInt16Codec>(65_535, "cdffff"),
        ["int as key"] = Of<int, Int32Codec>(-1, "ff"),
        ["uint as key"] = Of<uint, UInt32Codec>(uint.MaxValue, "ceffffffff"),
        ["long as key"] = Of<long, Int64Codec>(1L << 32, "cf0000000100000000"),
        ["ulong as key"] = Of<ulong, UInt64Codec>(ulong.MaxValue, "cfffffffffffffffff"),
        ["char as key"] = Of<char, CharCodec>('a', "61"),
        ["decimal as key"] = Of<decimal, DecimalCodec>(1.50m, "a4312e3530"),
        ["GUID as key"] = Of<Guid, GuidCodec>(Guid.Empty, "d924" + Hex.Repeat("30", 8) + Hex.Repeat("2d30303030", 3) + "2d" + Hex.Repeat("30", 12)),
        ["instant as key"] = Of<DateTime, DateTimeCodec>(DateTime.UnixEpoch, "d6ff00000000"),
        ["time with an offset as key"] = Of<DateTimeOffset, DateTimeOffsetCodec>(DateTimeOffset.UnixEpoch, "92d6ff0000000000"),
        ["time span as key"] = Of<TimeSpan, TimeSpanCodec>(TimeSpan.FromSeconds(1), "ce00989680"),
        ["date as key"] = Of<DateOnly, DateOnlyCodec>(new DateOnly(2025, 1, 2), "ce000b47b4"),
        ["time of day as key"] = Of<TimeOnly, TimeOnlyCodec>(new TimeOnly(3, 4, 5), "cf00000019b7554080"),
        ["enum as key"] = Of<DayOfWeek, EnumCodec<DayOfWeek, int, Int32Codec>>(DayOfWeek.Friday, "05"),
        ["enum of a byte as key"] = Of<SmallEnum, EnumCodec<SmallEnum, byte, ByteCodec>>(SmallEnum.Some, "01"),
    };

    private static ByteVector Of<TKey, TKeyCodec>(TKey key, string hex)
        where TKey : notnull
        where TKeyCodec : struct, ISocketCodec<TKey> =>
        ByteVector.Of<Dictionary<TKey, string>, DictionaryCodec<TKey, string, TKeyCodec, StringCodec>>(new() { [key] = "a" }, $"81{hex}a161");
}
