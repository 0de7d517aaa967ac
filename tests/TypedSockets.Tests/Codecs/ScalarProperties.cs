using System.Buffers;
using System.Numerics;
using System.Text;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>The scalars' codecs.</summary>
public static class ScalarProperties
{
    public abstract class Of<T, TCodec> : CodecProperties<T, T, TCodec>
        where TCodec : struct, ISocketCodec<T>
    {
        protected override T Make(T model) => model;
    }

    public sealed class Booleans : Of<bool, BooleanCodec>;

    public sealed class Bytes : Of<byte, ByteCodec>;

    public sealed class SBytes : Of<sbyte, SByteCodec>;

    public sealed class Int16s : Of<short, Int16Codec>;

    public sealed class UInt16s : Of<ushort, UInt16Codec>;

    public sealed class Int32s : Of<int, Int32Codec>;

    public sealed class UInt32s : Of<uint, UInt32Codec>;

    public sealed class Int64s : Of<long, Int64Codec>;

    public sealed class UInt64s : Of<ulong, UInt64Codec>;

    public sealed class Chars : Of<char, CharCodec>;

    public sealed class Singles : Of<float, SingleCodec>;

    public sealed class Doubles : Of<double, DoubleCodec>;

    public sealed class Halves : Of<Half, HalfCodec>;

    public sealed class BigIntegers : Of<BigInteger, BigIntegerCodec>;

    public sealed class Int128s : RoundTripProperties<Int128, Int128, Int128Codec>
    {
        protected override Int128 Make(Int128 model) => model;
    }

    public sealed class UInt128s : RoundTripProperties<UInt128, UInt128, UInt128Codec>
    {
        protected override UInt128 Make(UInt128 model) => model;
    }

    public sealed class Runes : RoundTripProperties<Rune, Rune, RuneCodec>
    {
        protected override Rune Make(Rune model) => model;
    }

    public sealed class Vector2s : RoundTripProperties<(float X, float Y), Vector2, Vector2Codec>
    {
        protected override Vector2 Make((float X, float Y) model) => new(model.X, model.Y);
    }

    public sealed class Vector3s : RoundTripProperties<(float X, float Y, float Z), Vector3, Vector3Codec>
    {
        protected override Vector3 Make((float X, float Y, float Z) model) => new(model.X, model.Y, model.Z);
    }

    public sealed class Vector4s : RoundTripProperties<(float X, float Y, float Z, float W), Vector4, Vector4Codec>
    {
        protected override Vector4 Make((float X, float Y, float Z, float W) model) => new(model.X, model.Y, model.Z, model.W);
    }

    public sealed class Quaternions : RoundTripProperties<(float X, float Y, float Z, float W), Quaternion, QuaternionCodec>
    {
        protected override Quaternion Make((float X, float Y, float Z, float W) model) => new(model.X, model.Y, model.Z, model.W);
    }

    public sealed class Versions : Of<Version, VersionCodec>;

    public sealed class StringBuilders : CodecProperties<string, StringBuilder, StringBuilderCodec>
    {
        protected override StringBuilder Make(string model) => new(model);

        protected override void AssertSame(StringBuilder written, StringBuilder read) => Assert.Equal(written.ToString(), read.ToString());
    }

    public sealed class ArraySegments : CodecProperties<byte[], ArraySegment<byte>, ArraySegmentCodec>
    {
        protected override ArraySegment<byte> Make(byte[] model) => new([0, .. model, 0], 1, model.Length);

        protected override void AssertSame(ArraySegment<byte> written, ArraySegment<byte> read) => Assert.Equal(written.ToArray(), read.ToArray());
    }

    public sealed class ReadOnlySequences : CodecProperties<byte[], ReadOnlySequence<byte>, ReadOnlySequenceCodec>
    {
        protected override ReadOnlySequence<byte> Make(byte[] model) => new(model);

        protected override void AssertSame(ReadOnlySequence<byte> written, ReadOnlySequence<byte> read) =>
            Assert.Equal(written.ToArray(), read.ToArray());
    }

    public sealed class Decimals : Of<decimal, DecimalCodec>
    {
        // Trailing zeros count: 1.0 is not 1.00 here. The text on the wire has no sign for zero, as the package writes it.
        protected override void AssertSame(decimal written, decimal read) =>
            Assert.Equal(decimal.GetBits(written == 0 ? Math.Abs(written) : written), decimal.GetBits(read));
    }

    public sealed class Strings : Of<string, StringCodec>;

    public sealed class Guids : Of<Guid, GuidCodec>;

    public sealed class DateTimes : Of<DateTime, DateTimeCodec>
    {
        protected override void AssertSame(DateTime written, DateTime read)
        {
            Assert.Equal(DateTimeKind.Utc, read.Kind);
            Assert.Equal(written.Kind == DateTimeKind.Local ? written.ToUniversalTime() : DateTime.SpecifyKind(written, DateTimeKind.Utc), read);
        }
    }

    public sealed class DateTimeOffsets : Of<DateTimeOffset, DateTimeOffsetCodec>
    {
        protected override void AssertSame(DateTimeOffset written, DateTimeOffset read) => Assert.True(written.EqualsExact(read));
    }

    public sealed class TimeSpans : Of<TimeSpan, TimeSpanCodec>;

    public sealed class Dates : Of<DateOnly, DateOnlyCodec>;

    public sealed class Times : Of<TimeOnly, TimeOnlyCodec>;

    public sealed class Uris : Of<Uri, UriCodec>
    {
        protected override void AssertSame(Uri written, Uri read) => Assert.Equal(written.OriginalString, read.OriginalString);
    }

    public sealed class ByteArrays : Of<byte[], ByteArrayCodec>;

    public sealed class Memories : CodecProperties<byte[], Memory<byte>, MemoryCodec>
    {
        protected override Memory<byte> Make(byte[] model) => model;

        protected override void AssertSame(Memory<byte> written, Memory<byte> read) => Assert.Equal(written.ToArray(), read.ToArray());
    }

    public sealed class ReadOnlyMemories : CodecProperties<byte[], ReadOnlyMemory<byte>, ReadOnlyMemoryCodec>
    {
        protected override ReadOnlyMemory<byte> Make(byte[] model) => model;

        protected override void AssertSame(ReadOnlyMemory<byte> written, ReadOnlyMemory<byte> read) =>
            Assert.Equal(written.ToArray(), read.ToArray());
    }

    public sealed class SmallEnums : CodecProperties<byte, SmallEnum, EnumCodec<SmallEnum, byte, ByteCodec>>
    {
        protected override SmallEnum Make(byte model) => (SmallEnum)model;
    }

    public sealed class UsualEnums : CodecProperties<int, DayOfWeek, EnumCodec<DayOfWeek, int, Int32Codec>>
    {
        protected override DayOfWeek Make(int model) => (DayOfWeek)model;
    }

    public sealed class LargeEnums : CodecProperties<long, LargeEnum, EnumCodec<LargeEnum, long, Int64Codec>>
    {
        protected override LargeEnum Make(long model) => (LargeEnum)model;
    }

    public sealed class Nullables : CodecProperties<(bool HasValue, int Value), int?, NullableCodec<int, Int32Codec>>
    {
        protected override int? Make((bool HasValue, int Value) model) => model.HasValue ? model.Value : null;
    }

    public sealed class Optionals : CodecProperties<(bool HasValue, string Value), string?, OptionalCodec<string, StringCodec>>
    {
        protected override string? Make((bool HasValue, string Value) model) => model.HasValue ? model.Value : null;
    }
}
