using System.Buffers;
using MessagePack;
using MessagePack.Formatters;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>What the package's reader reads is read alike, and what it refuses is refused with the words for its exception.</summary>
public sealed class PrimitiveReadTests
{
    private const int Seed = 20261123;

    private static readonly long[] Integers = [.. IntegerBoundaries.All];

    [Fact]
    public void Every_first_byte_does_in_every_read_what_it_does_in_the_package()
    {
        var random = new Random(Seed);
        for (var code = 0; code <= 0xFF; code++)
        {
            foreach (var rest in Rests(random))
            {
                AssertAlike([(byte)code, .. rest]);
            }
        }
    }

    [Fact]
    public void Every_integer_is_read_alike_in_every_form_that_holds_it() => Assert.All(Integers.SelectMany(Forms), bytes =>
    {
        AssertAlike(bytes);
        AssertCutOff(bytes);
    });

    [Fact]
    public void Every_float_is_read_alike()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 2000; i++)
        {
            AssertAlike([0xCA, .. Bytes(random, 4)]);
            AssertAlike([0xCB, .. Bytes(random, 8)]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65535)]
    [InlineData(65536)]
    public void Every_length_is_read_alike_in_every_form_that_holds_it(int length)
    {
        var content = Bytes(new Random(Seed), length);
        foreach (var head in Heads(length))
        {
            byte[] bytes = [.. head, .. content];
            AssertAlike(bytes);
            AssertAlike([.. bytes, 0xC0]);
            AssertCutOff(bytes);
        }
    }

    [Theory]
    [InlineData("dd80000000")]
    [InlineData("ddffffffff")]
    [InlineData("df80000000")]
    [InlineData("dfffffffff")]
    [InlineData("db80000000")]
    [InlineData("dbffffffff")]
    [InlineData("c680000000")]
    [InlineData("c6ffffffff")]
    [InlineData("c98000000001")]
    [InlineData("c9ffffffff01")]
    public void A_length_of_two_gigabytes_and_more_is_refused_also_where_the_package_takes_it_for_negative(string hex)
    {
        byte[] bytes = [.. Convert.FromHexString(hex), .. new byte[100]];
        var outcomes = PrimitiveReads.All.Where(read => read.Name is "array" or "map" or "text" or "bytes" or "extension" or "skip").Select(read => read.Ours(bytes));
        Assert.All(outcomes, outcome => Assert.DoesNotContain(", ", outcome, StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_that_are_almost_a_guid_are_read_or_refused_as_by_the_package()
    {
        var text = PayloadBytes.Write<Guid, GuidCodec>(new Guid("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"));
        for (var at = 2; at < text.Length; at++)
        {
            for (var value = 0; value <= 0xFF; value++)
            {
                var bytes = text.ToArray();
                bytes[at] = (byte)value;
                Assert.Equal(Read(bytes, GuidFormatter.Instance), Read<Guid, GuidCodec>(bytes));
            }
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("+1")]
    [InlineData("-1.50")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1e3")]
    [InlineData("1E-3")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1,000")]
    [InlineData("0x1")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("0.00000000000000000000000000000000000001")]
    public void Texts_of_numbers_are_read_or_refused_as_by_the_package(string text)
    {
        var bytes = PayloadBytes.Write<string, StringCodec>(text);
        Assert.Equal(Read(bytes, DecimalFormatter.Instance), Read<decimal, DecimalCodec>(bytes));
    }

    [Fact]
    public void Timestamps_are_read_or_refused_as_by_the_package()
    {
        var random = new Random(Seed);
        long[] seconds = [0, -1, 1, -62_135_596_801, -62_135_596_800, 253_402_300_799, 253_402_300_800, long.MinValue, long.MaxValue];
        for (var i = 0; i < 500; i++)
        {
            AssertTimestamp([0xD6, 0xFF, .. Bytes(random, 4)]);
            AssertTimestamp([0xD7, 0xFF, .. Bytes(random, 8)]);
            var second = i < seconds.Length ? seconds[i] : random.NextInt64(-70_000_000_000, 260_000_000_000);
            AssertTimestamp([0xC7, 12, 0xFF, .. Bytes(random, 4), .. BitConverter.GetBytes(second).Reverse()]);
        }
    }

    private static void AssertTimestamp(byte[] bytes)
    {
        Assert.Equal(Read(bytes, DateTimeFormatter.Instance), Read<DateTime, DateTimeCodec>(bytes));
        byte[] withOffset = [0x92, .. bytes, 0x3C];
        Assert.Equal(Read(withOffset, DateTimeOffsetFormatter.Instance), Read<DateTimeOffset, DateTimeOffsetCodec>(withOffset));
    }

    private static void AssertAlike(byte[] bytes)
    {
        foreach (var read in PrimitiveReads.All)
        {
            var (theirs, ours) = (read.Theirs(bytes), read.Ours(bytes));
            if (theirs != ours && !(read.Name == "skip" && IsRefused(ours) && (IsRefused(theirs) || MayCountNegative(bytes))))
            {
                Assert.Fail($"{read.Name} of {Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 20)))}: '{theirs}' is now '{ours}'");
            }
        }
    }

    // A count that cannot be true is refused before what is inside is looked at, so that a skip may say something else; and the package skips a negative
    // number of values, which are four billion.
    private static bool MayCountNegative(byte[] bytes) => bytes.AsSpan(1).IndexOfAny((byte)0xDD, (byte)0xDF) >= 0;

    private static bool IsRefused(string outcome) => !outcome.Contains(", ", StringComparison.Ordinal);

    // What of all reads takes the whole takes nothing less.
    private static void AssertCutOff(byte[] bytes)
    {
        var step = 1 + (bytes.Length / 40);
        foreach (var read in PrimitiveReads.All.Where(read => read.Ours(bytes).EndsWith($", {bytes.Length} bytes", StringComparison.Ordinal)))
        {
            for (var length = 0; length < bytes.Length; length += step)
            {
                Assert.Equal("the bytes end before the value does", read.Ours(bytes[..length]));
            }
        }
    }

    private static T? Read<T, TCodec>(byte[] bytes)
        where T : struct
        where TCodec : struct, ISocketCodec<T>
    {
        try
        {
            return PayloadBytes.Read<T, TCodec>(bytes);
        }
        catch (PayloadException)
        {
            return null;
        }
    }

    private static T? Read<T>(byte[] bytes, IMessagePackFormatter<T> formatter)
        where T : struct
    {
        try
        {
            var reader = new MessagePackReader(bytes);
            return formatter.Deserialize(ref reader, MessagePackSerializerOptions.Standard);
        }
        catch (Exception error) when (error is MessagePackSerializationException or ArgumentException)
        {
            return null;
        }
    }

    // The top bit stays clear: a length that is negative is another matter.
    private static IEnumerable<byte[]> Rests(Random random)
    {
        yield return [];
        yield return new byte[40];
        yield return [0, 0, 0, 5, .. new byte[40]];
        yield return [0, 0, 0, 0, 0, 0, 0, 5, .. new byte[40]];
        for (var i = 0; i < 12; i++)
        {
            var rest = Bytes(random, i * 2);
            if (rest.Length > 0)
            {
                rest[0] &= 0x7F;
            }

            yield return rest;
        }
    }

    private static IEnumerable<byte[]> Forms(long value)
    {
        byte[] big = [.. BitConverter.GetBytes(value).Reverse()];
        foreach (var (code, size, holds) in new (byte Code, int Size, bool Holds)[]
        {
            (0xCC, 1, value is >= 0 and <= byte.MaxValue), (0xCD, 2, value is >= 0 and <= ushort.MaxValue), (0xCE, 4, value is >= 0 and <= uint.MaxValue), (0xCF, 8, true),
            (0xD0, 1, value == (sbyte)value), (0xD1, 2, value == (short)value), (0xD2, 4, value == (int)value), (0xD3, 8, true),
        })
        {
            if (holds)
            {
                yield return [code, .. big[^size..]];
            }
        }
    }

    private static IEnumerable<byte[]> Heads(int length)
    {
        byte[] big = [.. BitConverter.GetBytes(length).Reverse()];
        foreach (var code in new byte[] { 0xD9, 0xC4 }.Where(_ => length <= byte.MaxValue))
        {
            yield return [code, .. big[^1..]];
        }

        foreach (var code in new byte[] { 0xDA, 0xC5, 0xDC, 0xDE }.Where(_ => length <= ushort.MaxValue))
        {
            yield return [code, .. big[^2..]];
        }

        foreach (var code in new byte[] { 0xDB, 0xC6, 0xDD, 0xDF })
        {
            yield return [code, .. big];
        }

        yield return [0xC9, .. big, 0x05];
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
