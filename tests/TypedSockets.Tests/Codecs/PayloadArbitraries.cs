using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace TypedSockets.Tests.Codecs;

/// <summary>
/// Generates payload values: numbers of every magnitude, since each has its own encoding, and the lengths around which headers change. FsCheck's
/// own numbers are small, and its texts may be null.
/// </summary>
public static class PayloadArbitraries
{
    private static readonly int[] Lengths = [0, 1, 2, 15, 16, 31, 32, 255, 256];

    private static Gen<ulong> Bits =>
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        select ((ulong)(uint)high << 32) | (uint)low;

    // An arithmetic shift by every width gives both signs and every magnitude.
    private static Gen<long> Magnitudes =>
        from bits in Bits
        from shift in Gen.Choose(0, 63)
        from nudge in Gen.Choose(-1, 1)
        select unchecked(((long)bits >> shift) + nudge);

    // Of one to four bytes in UTF-8.
    private static Gen<int> ScalarValues =>
        Gen.OneOf(Gen.Choose(0, 0x7F), Gen.Choose(0x80, 0x7FF), Gen.Choose(0x800, 0xD7FF), Gen.Choose(0x10000, 0x10FFFF));

    private static Gen<int> Counts => Gen.OneOf(Gen.Choose(0, 20), Gen.Elements(Lengths));

    public static Arbitrary<byte> Bytes() => Magnitudes.Select(x => unchecked((byte)x)).ToArbitrary();

    public static Arbitrary<sbyte> SBytes() => Magnitudes.Select(x => unchecked((sbyte)x)).ToArbitrary();

    public static Arbitrary<short> Int16s() => Magnitudes.Select(x => unchecked((short)x)).ToArbitrary();

    public static Arbitrary<ushort> UInt16s() => Magnitudes.Select(x => unchecked((ushort)x)).ToArbitrary();

    public static Arbitrary<int> Int32s() => Magnitudes.Select(x => unchecked((int)x)).ToArbitrary();

    public static Arbitrary<uint> UInt32s() => Magnitudes.Select(x => unchecked((uint)x)).ToArbitrary();

    public static Arbitrary<long> Int64s() => Magnitudes.ToArbitrary();

    public static Arbitrary<ulong> UInt64s() => Magnitudes.Select(x => unchecked((ulong)x)).ToArbitrary();

    public static Arbitrary<char> Chars() => Magnitudes.Select(x => unchecked((char)x)).ToArbitrary();

    public static Arbitrary<float> Singles() => Bits.Select(x => BitConverter.UInt32BitsToSingle((uint)x)).ToArbitrary();

    public static Arbitrary<double> Doubles() => Bits.Select(BitConverter.UInt64BitsToDouble).ToArbitrary();

    public static Arbitrary<Half> Halves() => Bits.Select(x => BitConverter.UInt16BitsToHalf((ushort)x)).ToArbitrary();

    public static Arbitrary<BigInteger> BigIntegers() => ByteArrays().Generator.Select(bytes => new BigInteger(bytes)).ToArbitrary();

    public static Arbitrary<Int128> Int128s() =>
        (from high in Magnitudes
         from low in Bits
         select new Int128(unchecked((ulong)high), low)).ToArbitrary();

    public static Arbitrary<UInt128> UInt128s() => Int128s().Generator.Select(x => unchecked((UInt128)x)).ToArbitrary();

    public static Arbitrary<Rune> Runes() => ScalarValues.Select(value => new Rune(value)).ToArbitrary();

    public static Arbitrary<Version> Versions() =>
        (from count in Gen.Choose(2, 4)
         from numbers in Gen.OneOf(Gen.Choose(0, 20), Gen.Choose(0, int.MaxValue)).ArrayOf(count)
         select new Version(string.Join('.', numbers))).ToArbitrary();

    public static Arbitrary<decimal> Decimals() =>
        (from low in Magnitudes
         from high in Magnitudes
         from negative in Gen.Elements(false, true)
         from scale in Gen.Choose(0, 28)
         select new decimal((int)low, (int)(low >> 32), (int)high, negative, (byte)scale)).ToArbitrary();

    /// <summary>Well-formed text of one to four bytes a character.</summary>
    public static Arbitrary<string> Strings()
    {
        var mixed = from count in Counts
                    from text in ScalarValues.ArrayOf(count)
                    select string.Concat(text.Select(value => new Rune(value).ToString()));
        var ascii = from count in Counts
                    from text in Gen.Choose(' ', '~').ArrayOf(count)
                    select string.Concat(text.Select(value => (char)value));
        return Gen.OneOf(mixed, ascii).ToArbitrary();
    }

    public static Arbitrary<byte[]> ByteArrays() =>
        (from count in Counts
         from bytes in Gen.Choose(0, 255).ArrayOf(count)
         select bytes.Select(value => (byte)value).ToArray()).ToArbitrary();

    public static Arbitrary<Guid> Guids() =>
        (from high in Bits
         from low in Bits
         select new Guid([.. BitConverter.GetBytes(high), .. BitConverter.GetBytes(low)])).ToArbitrary();

    public static Arbitrary<DateTime> DateTimes() =>
        (from ticks in Ticks(0, DateTime.MaxValue.Ticks)
         from kind in Gen.Elements(DateTimeKind.Utc, DateTimeKind.Local, DateTimeKind.Unspecified)
         select new DateTime(ticks, kind)).ToArbitrary();

    public static Arbitrary<DateTimeOffset> DateTimeOffsets() =>
        (from ticks in Ticks(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay)
         from minutes in Gen.Choose(-14 * 60, 14 * 60)
         select new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes))).ToArbitrary();

    public static Arbitrary<TimeSpan> Durations() => Magnitudes.Select(TimeSpan.FromTicks).ToArbitrary();

    public static Arbitrary<DateOnly> Dates() => Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    public static Arbitrary<TimeOnly> Times() => Ticks(0, TimeOnly.MaxValue.Ticks).Select(ticks => new TimeOnly(ticks)).ToArbitrary();

    public static Arbitrary<Uri> Uris() =>
        (from start in Gen.Elements("http://example.org/", "https://user@host:81/a?b=", "urn:isbn:", "mailto:", "/rooms/", "../", "")
         from rest in Gen.Choose('a', 'z').ArrayOf(6)
         select new Uri(start + string.Concat(rest.Select(value => (char)value)), UriKind.RelativeOrAbsolute)).ToArbitrary();

    // Whole seconds have the shortest form, and the range after 1970 another one than the rest.
    private static Gen<long> Ticks(long minimum, long maximum)
    {
        var any = Bits.Select(bits => minimum + (long)(bits % (ulong)(maximum - minimum + 1)));
        return Gen.OneOf(
            any,
            any.Select(ticks => Math.Max(minimum, ticks - (ticks % TimeSpan.TicksPerSecond))),
            any.Select(ticks => Math.Clamp(DateTime.UnixEpoch.Ticks + (ticks % (TimeSpan.TicksPerDay * 25_000)), minimum, maximum)),
            Gen.Elements(minimum, maximum));
    }
}
