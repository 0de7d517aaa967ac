using System.Buffers;
using System.Numerics;
using System.Text;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>Encodings that we never write but read, and those that we refuse although the package reads them.</summary>
public sealed class ReaderToleranceTests
{
    [Theory]
    [InlineData("05")]
    [InlineData("cc05")]
    [InlineData("cd0005")]
    [InlineData("ce00000005")]
    [InlineData("cf0000000000000005")]
    [InlineData("d005")]
    [InlineData("d10005")]
    [InlineData("d200000005")]
    [InlineData("d30000000000000005")]
    public void An_integer_may_come_in_any_integer_form(string hex) => Assert.Equal(5, PayloadBytes.Read<byte, ByteCodec>(hex));

    [Theory]
    [InlineData("ca3f800000")]
    [InlineData("cb3ff0000000000000")]
    public void An_integer_may_not_come_as_a_float(string hex) => PayloadBytes.Refused<int, Int32Codec>(hex);

    [Theory]
    [InlineData("01")]
    [InlineData("ca3f800000")]
    [InlineData("cb3ff0000000000000")]
    public void A_float_may_come_as_any_number(string hex)
    {
        Assert.Equal(1f, PayloadBytes.Read<float, SingleCodec>(hex));
        Assert.Equal(1d, PayloadBytes.Read<double, DoubleCodec>(hex));
        Assert.Equal((Half)1, PayloadBytes.Read<Half, HalfCodec>(hex));
        Assert.Equal(new Vector2(1, 1), PayloadBytes.Read<Vector2, Vector2Codec>("92" + hex + hex));
    }

    [Fact]
    public void A_list_of_floats_from_javascript_may_have_one_byte_for_each() =>
        Assert.Equal([1d, 2d, 3d], PayloadBytes.Read<double[], ArrayCodec<double, DoubleCodec>>("93010203"));

    [Theory]
    [InlineData("cc80")]
    [InlineData("d0df")]
    [InlineData("cf0000000100000000")]
    public void An_integer_that_does_not_fit_is_refused(string hex) =>
        Assert.Equal("the number does not fit", hex == "d0df"
            ? PayloadBytes.Refused<uint, UInt32Codec>(hex).Message
            : PayloadBytes.Refused<sbyte, SByteCodec>(hex).Message);

    [Theory]
    [InlineData("c400")]
    [InlineData("c40100")]
    [InlineData("c4020000")]
    public void A_big_integer_may_come_longer_than_needed_or_as_nothing(string hex) =>
        Assert.Equal(0, PayloadBytes.Read<BigInteger, BigIntegerCodec>(hex));

    [Theory]
    [InlineData("a161")]
    [InlineData("05")]
    [InlineData("9105")]
    public void Integers_of_more_than_64_bits_may_come_as_bin_only(string hex)
    {
        PayloadBytes.Refused<BigInteger, BigIntegerCodec>(hex);
        PayloadBytes.Refused<Int128, Int128Codec>(hex);
        PayloadBytes.Refused<UInt128, UInt128Codec>(hex);
    }

    [Theory]
    [InlineData("c40105")]
    [InlineData("c41105000000000000000000000000000000000000")]
    public void An_integer_of_128_bits_has_16_bytes(string hex)
    {
        Assert.StartsWith("expected 16 bytes, found ", PayloadBytes.Refused<Int128, Int128Codec>(hex).Message, StringComparison.Ordinal);
        Assert.StartsWith("expected 16 bytes, found ", PayloadBytes.Refused<UInt128, UInt128Codec>(hex).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cdd800")]
    [InlineData("ce00110000")]
    [InlineData("ff")]
    public void A_number_that_is_no_unicode_scalar_value_is_refused(string hex) =>
        Assert.Equal("the number is outside the range of a Unicode scalar value", PayloadBytes.Refused<Rune, RuneCodec>(hex).Message);

    [Theory]
    [InlineData("a131")]
    [InlineData("a9312e322e332e342e35")]
    [InlineData("a3612e62")]
    [InlineData("a0")]
    public void A_text_that_is_no_version_is_refused(string hex) =>
        Assert.Equal("the text is not a valid version", PayloadBytes.Refused<Version, VersionCodec>(hex).Message);

    [Fact]
    public void A_vector_has_its_number_of_components()
    {
        Assert.Equal("expected 2 elements, found 3", PayloadBytes.Refused<Vector2, Vector2Codec>("93010203").Message);
        Assert.Equal("expected 3 elements, found 2", PayloadBytes.Refused<Vector3, Vector3Codec>("920102").Message);
        Assert.Equal("expected 4 elements, found 3", PayloadBytes.Refused<Vector4, Vector4Codec>("93010203").Message);
        Assert.Equal("expected 4 elements, found 5", PayloadBytes.Refused<Quaternion, QuaternionCodec>("950102030405").Message);
    }

    [Fact]
    public void A_character_above_65535_is_refused() => PayloadBytes.Refused<char, CharCodec>("ce00010000");

    [Fact]
    public void An_enum_that_does_not_fit_its_underlying_type_is_refused() =>
        PayloadBytes.Refused<SmallEnum, EnumCodec<SmallEnum, byte, ByteCodec>>("cd0100");

    [Theory]
    [InlineData("c4020102")]
    [InlineData("920102")]
    public void Bytes_may_come_as_bin_or_as_an_array_of_integers(string hex)
    {
        Assert.Equal([1, 2], PayloadBytes.Read<byte[], ByteArrayCodec>(hex));
        Assert.Equal([1, 2], PayloadBytes.Read<Memory<byte>, MemoryCodec>(hex).ToArray());
        Assert.Equal([1, 2], PayloadBytes.Read<ReadOnlyMemory<byte>, ReadOnlyMemoryCodec>(hex).ToArray());
        Assert.Equal([1, 2], PayloadBytes.Read<ArraySegment<byte>, ArraySegmentCodec>(hex).ToArray());
        Assert.Equal([1, 2], PayloadBytes.Read<ReadOnlySequence<byte>, ReadOnlySequenceCodec>(hex).ToArray());
        Assert.Equal([1, 2], PayloadBytes.Read<List<byte>, ListCodec<byte, ByteCodec>>(hex));
        Assert.Equal([1, 2], PayloadBytes.Read<IReadOnlyList<byte>, IReadOnlyListCodec<byte, ByteCodec>>(hex));
    }

    [Fact]
    public void Bytes_may_not_come_as_text() => PayloadBytes.Refused<byte[], ByteArrayCodec>("a26162");

    [Fact]
    public void Numbers_other_than_bytes_may_not_come_as_bin() => PayloadBytes.Refused<sbyte[], ArrayCodec<sbyte, SByteCodec>>("c4020102");

    [Theory]
    [InlineData("c4026162")]
    [InlineData("926162")]
    [InlineData("05")]
    public void Text_may_come_as_text_only(string hex) => PayloadBytes.Refused<string, StringCodec>(hex);

    [Theory]
    [InlineData("a1ff")]
    [InlineData("a2c080")]
    [InlineData("a3eda080")]
    [InlineData("a2e697")]
    [InlineData("d92061616161616161616161616161616161616161616161616161616161616161ff")]
    public void Text_that_is_not_valid_utf8_is_refused(string hex) =>
        Assert.Equal("the text is not valid UTF-8", PayloadBytes.Refused<string, StringCodec>(hex).Message);

    [Fact]
    public void A_byte_order_mark_is_kept() => Assert.Equal("\uFEFFa", PayloadBytes.Read<string, StringCodec>("a4efbbbf61"));

    [Theory]
    [InlineData("a0")]
    [InlineData("a178")]
    [InlineData("a3312c32")]
    [InlineData("a23178")]
    [InlineData("bf39393939393939393939393939393939393939393939393939393939393939")]
    public void A_text_that_is_no_decimal_number_is_refused(string hex) =>
        Assert.Equal("the text is not a valid decimal number", PayloadBytes.Refused<decimal, DecimalCodec>(hex).Message);

    [Theory]
    [InlineData("05")]
    [InlineData("ca3f800000")]
    [InlineData("c40131")]
    public void A_decimal_may_come_as_text_only(string hex) =>
        Assert.StartsWith("expected a text, found ", PayloadBytes.Refused<decimal, DecimalCodec>(hex).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a178")]
    [InlineData("d92430303131323233332d343435352d363637372d383839392d616162626363646465656678")]
    [InlineData("d92430303131323233333434343535363636373737383838393939616162626363646465656666")]
    public void A_text_that_is_no_guid_is_refused(string hex) =>
        Assert.Equal("the text is not a valid GUID", PayloadBytes.Refused<Guid, GuidCodec>(hex).Message);

    [Fact]
    public void A_guid_may_come_in_upper_case() =>
        Assert.Equal(
            new Guid("00112233-4455-6677-8899-aabbccddeeff"),
            PayloadBytes.Read<Guid, GuidCodec>("d92430303131323233332d343435352d363637372d383839392d414142424343444445454646"));

    [Fact]
    public void A_text_that_is_no_uri_is_refused() =>
        Assert.Equal("the text is not a valid URI", PayloadBytes.Refused<Uri, UriCodec>("a7687474703a2f2f").Message);

    [Fact]
    public void A_uri_that_is_not_valid_utf8_is_refused() => PayloadBytes.Refused<Uri, UriCodec>("a3ff6162");

    [Theory]
    [InlineData("05")]
    [InlineData("a161")]
    [InlineData("d6fe67760225")]
    [InlineData("c703ff000000")]
    public void An_instant_may_come_as_a_timestamp_only(string hex) => PayloadBytes.Refused<DateTime, DateTimeCodec>(hex);

    [Theory]
    [InlineData("c70cff000000007fffffffffffffff")]
    [InlineData("c70cff000000008000000000000000")]
    [InlineData("c70cff000000000000003afff44180")]
    public void An_instant_outside_the_years_1_to_9999_is_refused(string hex) =>
        Assert.Equal("the number is outside the range of a timestamp", PayloadBytes.Refused<DateTime, DateTimeCodec>(hex).Message);

    [Theory]
    [InlineData("92d6ff67760225cd7fff")]
    [InlineData("92d6ff67760225cd0349")]
    [InlineData("92c70cff00000000fffffff1886e090001")]
    public void A_time_with_an_impossible_offset_is_refused(string hex) =>
        Assert.Equal(
            "the number is outside the range of a time with an offset", PayloadBytes.Refused<DateTimeOffset, DateTimeOffsetCodec>(hex).Message);

    [Theory]
    [InlineData("93d6ff677602250000")]
    [InlineData("91d6ff67760225")]
    public void A_time_with_an_offset_has_two_elements(string hex) => PayloadBytes.Refused<DateTimeOffset, DateTimeOffsetCodec>(hex);

    [Theory]
    [InlineData("ff")]
    [InlineData("ce0037b9db")]
    public void A_day_outside_the_years_1_to_9999_is_refused(string hex) =>
        Assert.Equal("the number is outside the range of a date", PayloadBytes.Refused<DateOnly, DateOnlyCodec>(hex).Message);

    [Theory]
    [InlineData("ff")]
    [InlineData("cf000000c92a69c000")]
    public void A_time_of_day_outside_the_day_is_refused(string hex) =>
        Assert.Equal("the number is outside the range of a time of day", PayloadBytes.Refused<TimeOnly, TimeOnlyCodec>(hex).Message);
}
