using System.Buffers;
using System.Numerics;
using System.Text;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>Fixed bytes, in both directions: what peers that were written against MessagePack-CSharp's array mode send and expect.</summary>
public sealed class ByteVectorTests
{
    private static readonly Guid SomeGuid = new("00112233-4455-6677-8899-aabbccddeeff");

    private static readonly DateTime SomeSecond = new(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private static readonly Dictionary<string, ByteVector> Rows = new()
    {
        ["byte 127"] = ByteVector.Of<byte, ByteCodec>(127, "7f"),
        ["byte 128"] = ByteVector.Of<byte, ByteCodec>(128, "cc80"),
        ["sbyte -1"] = ByteVector.Of<sbyte, SByteCodec>(-1, "ff"),
        ["short 256"] = ByteVector.Of<short, Int16Codec>(256, "cd0100"),
        ["short -129"] = ByteVector.Of<short, Int16Codec>(-129, "d1ff7f"),
        ["ushort 65,535"] = ByteVector.Of<ushort, UInt16Codec>(65_535, "cdffff"),
        ["int 127"] = ByteVector.Of<int, Int32Codec>(127, "7f"),
        ["int 128"] = ByteVector.Of<int, Int32Codec>(128, "cc80"),
        ["int 256"] = ByteVector.Of<int, Int32Codec>(256, "cd0100"),
        ["int 65,536"] = ByteVector.Of<int, Int32Codec>(65_536, "ce00010000"),
        ["int -32"] = ByteVector.Of<int, Int32Codec>(-32, "e0"),
        ["int -33"] = ByteVector.Of<int, Int32Codec>(-33, "d0df"),
        ["int -129"] = ByteVector.Of<int, Int32Codec>(-129, "d1ff7f"),
        ["int -32,769"] = ByteVector.Of<int, Int32Codec>(-32_769, "d2ffff7fff"),
        ["uint maximum"] = ByteVector.Of<uint, UInt32Codec>(uint.MaxValue, "ceffffffff"),
        ["long 2^32"] = ByteVector.Of<long, Int64Codec>(1L << 32, "cf0000000100000000"),
        ["long below the smallest int"] = ByteVector.Of<long, Int64Codec>(int.MinValue - 1L, "d3ffffffff7fffffff"),
        ["ulong maximum"] = ByteVector.Of<ulong, UInt64Codec>(ulong.MaxValue, "cfffffffffffffffff"),
        ["char A"] = ByteVector.Of<char, CharCodec>('A', "41"),
        ["char euro sign"] = ByteVector.Of<char, CharCodec>('\u20AC', "cd20ac"),
        ["true"] = ByteVector.Of<bool, BooleanCodec>(true, "c3"),
        ["false"] = ByteVector.Of<bool, BooleanCodec>(false, "c2"),
        ["float 1"] = ByteVector.Of<float, SingleCodec>(1, "ca3f800000"),
        ["double 1"] = ByteVector.Of<double, DoubleCodec>(1, "cb3ff0000000000000"),
        ["half 1.5"] = ByteVector.Of<Half, HalfCodec>((Half)1.5, "ca3fc00000"),
        ["Int128 1"] = ByteVector.Of<Int128, Int128Codec>(1, "c41001000000000000000000000000000000"),
        ["Int128 -2"] = ByteVector.Of<Int128, Int128Codec>(-2, "c410feffffffffffffffffffffffffffffff"),
        ["UInt128 maximum"] = ByteVector.Of<UInt128, UInt128Codec>(UInt128.MaxValue, "c410" + Repeat("ff", 16)),
        ["big integer 0"] = ByteVector.Of<BigInteger, BigIntegerCodec>(0, "c40100"),
        ["big integer 255"] = ByteVector.Of<BigInteger, BigIntegerCodec>(255, "c402ff00"),
        ["big integer -1"] = ByteVector.Of<BigInteger, BigIntegerCodec>(-1, "c401ff"),
        ["big integer 2^2048"] = ByteVector.Of<BigInteger, BigIntegerCodec>(BigInteger.One << 2048, "c50101" + Repeat("00", 256) + "01"),
        ["rune A"] = ByteVector.Of<Rune, RuneCodec>(new Rune('A'), "41"),
        ["last rune"] = ByteVector.Of<Rune, RuneCodec>(new Rune(0x10FFFF), "ce0010ffff"),
        ["vector of two"] = ByteVector.Of<Vector2, Vector2Codec>(new Vector2(1, 2), "92ca3f800000ca40000000"),
        ["vector of three"] = ByteVector.Of<Vector3, Vector3Codec>(new Vector3(1, 2, 0), "93ca3f800000ca40000000ca00000000"),
        ["vector of four"] = ByteVector.Of<Vector4, Vector4Codec>(new Vector4(1, 2, 0, 1), "94ca3f800000ca40000000ca00000000ca3f800000"),
        ["quaternion"] = ByteVector.Of<Quaternion, QuaternionCodec>(new Quaternion(1, 2, 0, 1), "94ca3f800000ca40000000ca00000000ca3f800000"),
        ["version"] = ByteVector.Of<Version, VersionCodec>(new Version(1, 2), "a3312e32"),
        ["empty text"] = ByteVector.Of<string, StringCodec>("", "a0"),
        ["text of 31 bytes"] = ByteVector.Of<string, StringCodec>(new string('a', 31), "bf" + Repeat("61", 31)),
        ["text of 32 bytes"] = ByteVector.Of<string, StringCodec>(new string('a', 32), "d920" + Repeat("61", 32)),
        ["text of 11 characters in 33 bytes"] = ByteVector.Of<string, StringCodec>(new string('\u65E5', 11), "d921" + Repeat("e697a5", 11)),
        ["text of 256 bytes"] = ByteVector.Of<string, StringCodec>(new string('a', 256), "da0100" + Repeat("61", 256)),
        ["text with a lone surrogate"] = ByteVector.Of<string, StringCodec>("a\uD800", "a461efbfbd", "a\uFFFD"),
        ["bytes"] = ByteVector.Of<byte[], ByteArrayCodec>([1, 2], "c4020102"),
        ["no bytes"] = ByteVector.Of<byte[], ByteArrayCodec>([], "c400"),
        ["256 bytes"] = ByteVector.Of<byte[], ByteArrayCodec>(new byte[256], "c50100" + Repeat("00", 256)),
        ["list of bytes"] = ByteVector.Of<List<byte>, ListCodec<byte, ByteCodec>>([1, 2], "920102"),
        ["list of large bytes"] = ByteVector.Of<List<byte>, ListCodec<byte, ByteCodec>>([1, 200], "9201ccc8"),
        ["interface of a list of bytes"] = ByteVector.Of<IList<byte>, IListCodec<byte, ByteCodec>>([1, 2], "920102"),
        ["sequence of bytes"] = ByteVector.Of<IEnumerable<byte>, IEnumerableCodec<byte, ByteCodec>>([1, 2], "920102"),
        ["array of sbyte"] = ByteVector.Of<sbyte[], ArrayCodec<sbyte, SByteCodec>>([1, -1], "9201ff"),
        ["array of char"] = ByteVector.Of<char[], ArrayCodec<char, CharCodec>>(['a', 'b'], "926162"),
        ["decimal 1.00"] = ByteVector.Of<decimal, DecimalCodec>(1.00m, "a4312e3030"),
        ["decimal -0.5"] = ByteVector.Of<decimal, DecimalCodec>(-0.5m, "a42d302e35"),
        ["GUID"] = ByteVector.Of<Guid, GuidCodec>(SomeGuid, "d92430303131323233332d343435352d363637372d383839392d616162626363646465656666"),
        ["URI"] = ByteVector.Of<Uri, UriCodec>(new Uri("http://a"), "a8687474703a2f2f61"),
        ["relative URI"] = ByteVector.Of<Uri, UriCodec>(new Uri("/a", UriKind.Relative), "a22f61"),
        ["time span of a second"] = ByteVector.Of<TimeSpan, TimeSpanCodec>(TimeSpan.FromSeconds(1), "ce00989680"),
        ["date"] = ByteVector.Of<DateOnly, DateOnlyCodec>(new DateOnly(2025, 1, 2), "ce000b47b4"),
        ["first date"] = ByteVector.Of<DateOnly, DateOnlyCodec>(DateOnly.MinValue, "00"),
        ["last date"] = ByteVector.Of<DateOnly, DateOnlyCodec>(DateOnly.MaxValue, "ce0037b9da"),
        ["midnight"] = ByteVector.Of<TimeOnly, TimeOnlyCodec>(TimeOnly.MinValue, "00"),
        ["last time of day"] = ByteVector.Of<TimeOnly, TimeOnlyCodec>(TimeOnly.MaxValue, "cf000000c92a69bfff"),
        ["time of day"] = ByteVector.Of<TimeOnly, TimeOnlyCodec>(new TimeOnly(3, 4, 5), "cf00000019b7554080"),
        ["instant"] = ByteVector.Of<DateTime, DateTimeCodec>(SomeSecond, "d6ff67760225"),
        ["instant and a tick"] = ByteVector.Of<DateTime, DateTimeCodec>(SomeSecond.AddTicks(1), "d7ff0000019067760225"),
        ["instant of no kind"] = ByteVector.Of<DateTime, DateTimeCodec>(new DateTime(SomeSecond.Ticks), "d6ff67760225", SomeSecond),
        ["instant in local time"] = ByteVector.Of<DateTime, DateTimeCodec>(SomeSecond.ToLocalTime(), "d6ff67760225", SomeSecond),
        ["first instant"] = ByteVector.Of<DateTime, DateTimeCodec>(DateTime.MinValue, "c70cff00000000fffffff1886e0900"),
        ["second before 1970"] = ByteVector.Of<DateTime, DateTimeCodec>(DateTime.UnixEpoch.AddSeconds(-1), "c70cff00000000ffffffffffffffff"),
        ["second 2^32"] = ByteVector.Of<DateTime, DateTimeCodec>(new DateTime(2106, 2, 7, 6, 28, 16), "d7ff0000000100000000"),
        ["second 2^34"] = ByteVector.Of<DateTime, DateTimeCodec>(new DateTime(2514, 5, 30, 1, 53, 4), "c70cff000000000000000400000000"),
        ["time at +09:00"] = ByteVector.Of<DateTimeOffset, DateTimeOffsetCodec>(
            new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(9)), "92d6ff67760225cd021c"),
        ["time at -05:30"] = ByteVector.Of<DateTimeOffset, DateTimeOffsetCodec>(
            new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(-5.5)), "92d6ff67760225d1feb6"),
        ["enum of a byte, without a name"] = ByteVector.Of<SmallEnum, EnumCodec<SmallEnum, byte, ByteCodec>>((SmallEnum)200, "ccc8"),
        ["enum"] = ByteVector.Of<DayOfWeek, EnumCodec<DayOfWeek, int, Int32Codec>>(DayOfWeek.Friday, "05"),
        ["nullable without a value"] = ByteVector.Of<int?, NullableCodec<int, Int32Codec>>(null, "c0"),
        ["nullable with a value"] = ByteVector.Of<int?, NullableCodec<int, Int32Codec>>(5, "05"),
        ["no text"] = ByteVector.Of<string?, OptionalCodec<string, StringCodec>>(null, "c0"),
        ["15 elements"] = ByteVector.Of<int[], ArrayCodec<int, Int32Codec>>(new int[15], "9f" + Repeat("00", 15)),
        ["16 elements"] = ByteVector.Of<int[], ArrayCodec<int, Int32Codec>>(new int[16], "dc0010" + Repeat("00", 16)),
        ["65,536 elements"] = ByteVector.Of<int[], ArrayCodec<int, Int32Codec>>(new int[65_536], "dd00010000" + Repeat("00", 65_536)),
        ["map"] = ByteVector.Of<Dictionary<int, bool>, DictionaryCodec<int, bool, Int32Codec, BooleanCodec>>(
            new Dictionary<int, bool> { [2] = true, [1] = false }, "8202c301c2"),
        ["sorted map"] = ByteVector.Of<SortedDictionary<int, bool>, SortedDictionaryCodec<int, bool, Int32Codec, BooleanCodec>>(
            new SortedDictionary<int, bool> { [2] = true, [1] = false }, "8201c202c3"),
        ["set"] = ByteVector.Of<HashSet<int>, HashSetCodec<int, Int32Codec>>([3, 1], "920301"),
        ["sorted set"] = ByteVector.Of<SortedSet<int>, SortedSetCodec<int, Int32Codec>>([3, 1], "920103"),
        ["pair"] = ByteVector.Of<KeyValuePair<int, int>, KeyValuePairCodec<int, int, Int32Codec, Int32Codec>>(new(1, 2), "920102"),
        ["tuple"] = ByteVector.Of<Tuple<int, int>, Tuple2Codec<int, int, Int32Codec, Int32Codec>>(new(1, 2), "920102"),
        ["value tuple"] = ByteVector.Of<(int, int), ValueTuple2Codec<int, int, Int32Codec, Int32Codec>>((1, 2), "920102"),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_written_as_these_bytes(string name) => Assert.Equal(Rows[name].Hex, Rows[name].Write());

    [Theory]
    [MemberData(nameof(Names))]
    public void These_bytes_are_read_as_the_value(string name) => Rows[name].AssertRead();

    [Fact]
    public void Memory_is_written_as_bin_also_when_it_is_the_default() =>
        Assert.Equal("c400", PayloadBytes.WriteHex<ReadOnlyMemory<byte>, ReadOnlyMemoryCodec>(default));

    [Fact]
    public void A_segment_without_an_array_is_nil_and_read_back_as_such()
    {
        Assert.Equal("c0", PayloadBytes.WriteHex<ArraySegment<byte>, ArraySegmentCodec>(default));
        Assert.Null(PayloadBytes.Read<ArraySegment<byte>, ArraySegmentCodec>("c0").Array);
    }

    [Fact]
    public void A_sequence_of_several_segments_is_written_as_one()
    {
        var last = new SequencePart([3, 4], before: 2);
        var sequence = new ReadOnlySequence<byte>(new SequencePart([1, 2], before: 0, last), 1, last, 2);
        Assert.Equal("c403020304", PayloadBytes.WriteHex<ReadOnlySequence<byte>, ReadOnlySequenceCodec>(sequence));
    }

    [Fact]
    public void Decimals_keep_their_trailing_zeros() =>
        Assert.Equal(2, PayloadBytes.Read<decimal, DecimalCodec>("a4312e3030").Scale);

    [Fact]
    public void An_instant_is_read_as_utc() =>
        Assert.Equal(DateTimeKind.Utc, PayloadBytes.Read<DateTime, DateTimeCodec>("d6ff67760225").Kind);

    private sealed class SequencePart : ReadOnlySequenceSegment<byte>
    {
        public SequencePart(byte[] bytes, long before, SequencePart? next = null)
        {
            Memory = bytes;
            RunningIndex = before;
            Next = next;
        }
    }

    private static string Repeat(string hex, int count) => string.Concat(Enumerable.Repeat(hex, count));
}
