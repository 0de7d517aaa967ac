using System.Numerics;
using System.Text;
using TypedSockets.Codecs;
using TypedSockets.Tests.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>Integers, and what is written as one: characters and enums. Around each number where the form changes, and at the ends of each type.</summary>
internal static class IntegerVectors
{
    public static Dictionary<string, ByteVector> Rows => new()
    {
        ["byte 0"] = ByteVector.Of<byte, ByteCodec>(0, "00"),
        ["byte 127"] = ByteVector.Of<byte, ByteCodec>(127, "7f"),
        ["byte 128"] = ByteVector.Of<byte, ByteCodec>(128, "cc80"),
        ["byte maximum"] = ByteVector.Of<byte, ByteCodec>(byte.MaxValue, "ccff"),
        ["sbyte -1"] = ByteVector.Of<sbyte, SByteCodec>(-1, "ff"),
        ["sbyte minimum"] = ByteVector.Of<sbyte, SByteCodec>(sbyte.MinValue, "d080"),
        ["sbyte maximum"] = ByteVector.Of<sbyte, SByteCodec>(sbyte.MaxValue, "7f"),
        ["short 256"] = ByteVector.Of<short, Int16Codec>(256, "cd0100"),
        ["short -129"] = ByteVector.Of<short, Int16Codec>(-129, "d1ff7f"),
        ["short minimum"] = ByteVector.Of<short, Int16Codec>(short.MinValue, "d18000"),
        ["short maximum"] = ByteVector.Of<short, Int16Codec>(short.MaxValue, "cd7fff"),
        ["ushort 65,535"] = ByteVector.Of<ushort, UInt16Codec>(65_535, "cdffff"),
        ["int 0"] = ByteVector.Of<int, Int32Codec>(0, "00"),
        ["int 127"] = ByteVector.Of<int, Int32Codec>(127, "7f"),
        ["int 128"] = ByteVector.Of<int, Int32Codec>(128, "cc80"),
        ["int 255"] = ByteVector.Of<int, Int32Codec>(255, "ccff"),
        ["int 256"] = ByteVector.Of<int, Int32Codec>(256, "cd0100"),
        ["int 65,535"] = ByteVector.Of<int, Int32Codec>(65_535, "cdffff"),
        ["int 65,536"] = ByteVector.Of<int, Int32Codec>(65_536, "ce00010000"),
        ["int maximum"] = ByteVector.Of<int, Int32Codec>(int.MaxValue, "ce7fffffff"),
        ["int -1"] = ByteVector.Of<int, Int32Codec>(-1, "ff"),
        ["int -32"] = ByteVector.Of<int, Int32Codec>(-32, "e0"),
        ["int -33"] = ByteVector.Of<int, Int32Codec>(-33, "d0df"),
        ["int -128"] = ByteVector.Of<int, Int32Codec>(-128, "d080"),
        ["int -129"] = ByteVector.Of<int, Int32Codec>(-129, "d1ff7f"),
        ["int -32,768"] = ByteVector.Of<int, Int32Codec>(-32_768, "d18000"),
        ["int -32,769"] = ByteVector.Of<int, Int32Codec>(-32_769, "d2ffff7fff"),
        ["int minimum"] = ByteVector.Of<int, Int32Codec>(int.MinValue, "d280000000"),
        ["uint maximum"] = ByteVector.Of<uint, UInt32Codec>(uint.MaxValue, "ceffffffff"),
        ["long 5"] = ByteVector.Of<long, Int64Codec>(5, "05"),
        ["long 2^32"] = ByteVector.Of<long, Int64Codec>(1L << 32, "cf0000000100000000"),
        ["long 2^53 - 1"] = ByteVector.Of<long, Int64Codec>((1L << 53) - 1, "cf001fffffffffffff"),
        ["long 2^53 + 1"] = ByteVector.Of<long, Int64Codec>((1L << 53) + 1, "cf0020000000000001"),
        ["long maximum"] = ByteVector.Of<long, Int64Codec>(long.MaxValue, "cf7fffffffffffffff"),
        ["long below the smallest int"] = ByteVector.Of<long, Int64Codec>(int.MinValue - 1L, "d3ffffffff7fffffff"),
        ["long -2^53 - 1"] = ByteVector.Of<long, Int64Codec>((-1L << 53) - 1, "d3ffdfffffffffffff"),
        ["long minimum"] = ByteVector.Of<long, Int64Codec>(long.MinValue, "d38000000000000000"),
        ["ulong 0"] = ByteVector.Of<ulong, UInt64Codec>(0, "00"),
        ["ulong 2^63"] = ByteVector.Of<ulong, UInt64Codec>(1UL << 63, "cf8000000000000000"),
        ["ulong maximum"] = ByteVector.Of<ulong, UInt64Codec>(ulong.MaxValue, "cfffffffffffffffff"),
        ["char A"] = ByteVector.Of<char, CharCodec>('A', "41"),
        ["char euro sign"] = ByteVector.Of<char, CharCodec>('\u20AC', "cd20ac"),
        ["last char"] = ByteVector.Of<char, CharCodec>('\uFFFF', "cdffff"),
        ["rune A"] = ByteVector.Of<Rune, RuneCodec>(new Rune('A'), "41"),
        ["last rune"] = ByteVector.Of<Rune, RuneCodec>(new Rune(0x10FFFF), "ce0010ffff"),
        ["true"] = ByteVector.Of<bool, BooleanCodec>(true, "c3"),
        ["false"] = ByteVector.Of<bool, BooleanCodec>(false, "c2"),
        ["Int128 1"] = ByteVector.Of<Int128, Int128Codec>(1, "c41001000000000000000000000000000000"),
        ["Int128 -2"] = ByteVector.Of<Int128, Int128Codec>(-2, "c410feffffffffffffffffffffffffffffff"),
        ["Int128 minimum"] = ByteVector.Of<Int128, Int128Codec>(Int128.MinValue, "c410" + Hex.Repeat("00", 15) + "80"),
        ["UInt128 maximum"] = ByteVector.Of<UInt128, UInt128Codec>(UInt128.MaxValue, "c410" + Hex.Repeat("ff", 16)),
        ["big integer 0"] = ByteVector.Of<BigInteger, BigIntegerCodec>(0, "c40100"),
        ["big integer 255"] = ByteVector.Of<BigInteger, BigIntegerCodec>(255, "c402ff00"),
        ["big integer -1"] = ByteVector.Of<BigInteger, BigIntegerCodec>(-1, "c401ff"),
        ["big integer 2^2048"] = ByteVector.Of<BigInteger, BigIntegerCodec>(BigInteger.One << 2048, "c50101" + Hex.Repeat("00", 256) + "01"),
        ["enum"] = ByteVector.Of<DayOfWeek, EnumCodec<DayOfWeek, int, Int32Codec>>(DayOfWeek.Friday, "05"),
        ["enum of a byte, without a name"] = ByteVector.Of<SmallEnum, EnumCodec<SmallEnum, byte, ByteCodec>>((SmallEnum)200, "ccc8"),
        ["enum of a long, without a name"] = ByteVector.Of<LargeEnum, EnumCodec<LargeEnum, long, Int64Codec>>(
            (LargeEnum)long.MinValue, "d38000000000000000"),
    };
}
