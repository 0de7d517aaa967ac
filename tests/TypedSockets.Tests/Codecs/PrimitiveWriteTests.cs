using System.Buffers;
using MessagePack;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>The bytes of every primitive are those of the package, whether the output gives room for one value or for many.</summary>
public sealed class PrimitiveWriteTests
{
    private delegate void OurWrite(ref PayloadWriter writer);

    private delegate void TheirWrite(ref MessagePackWriter writer);

    public static TheoryData<int> Lengths => [0, 1, 15, 16, 31, 32, 33, 85, 86, 255, 256, 257, 21845, 21846, 65535, 65536, 65537];

    [Fact]
    public void Integers_of_every_width_are_written_as_by_the_package() => Assert.All(IntegerBoundaries.All, value => AssertSame(
        (ref writer) =>
        {
            writer.Write((byte)value);
            writer.Write((sbyte)value);
            writer.Write((short)value);
            writer.Write((ushort)value);
            writer.Write((char)value);
            writer.Write((int)value);
            writer.Write((uint)value);
            writer.Write(value);
            writer.Write((ulong)value);
        },
        (ref writer) =>
        {
            writer.Write((byte)value);
            writer.Write((sbyte)value);
            writer.Write((short)value);
            writer.Write((ushort)value);
            writer.Write((char)value);
            writer.Write((int)value);
            writer.Write((uint)value);
            writer.Write(value);
            writer.Write((ulong)value);
        }));

    [Fact]
    public void Floats_are_written_as_by_the_package() => Assert.All(IntegerBoundaries.All, bits =>
    {
        var (single, real) = (BitConverter.Int32BitsToSingle((int)bits), BitConverter.Int64BitsToDouble(bits));
        AssertSame(
            (ref writer) =>
            {
                writer.Write(single);
                writer.Write(real);
            },
            (ref writer) =>
            {
                writer.Write(single);
                writer.Write(real);
            });
    });

    [Fact]
    public void Booleans_and_nil_are_written_as_by_the_package() => AssertSame(
        (ref writer) =>
        {
            writer.Write(true);
            writer.Write(false);
            writer.WriteNil();
        },
        (ref writer) =>
        {
            writer.Write(true);
            writer.Write(false);
            writer.WriteNil();
        });

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Texts_are_written_as_by_the_package(int length)
    {
        string[] ends = ["", "a", "\u00E9", "\u65E5", "\uD83D\uDE00", "\uD800", "\uDC00"];
        foreach (var unit in (string[])["a", "\u00E9", "\u65E5", "\uD83D\uDE00", "\uD800"])
        {
            foreach (var end in ends)
            {
                var text = string.Concat(Enumerable.Repeat(unit, length)) + end;
                AssertSame((ref writer) => writer.Write(text), (ref writer) => writer.Write(text));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Bytes_are_written_as_by_the_package(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        AssertSame((ref writer) => writer.Write(bytes.AsSpan()), (ref writer) => writer.Write(bytes.AsSpan()));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    [InlineData(int.MaxValue)]
    public void Headers_are_written_as_by_the_package(int count) => AssertSame(
        (ref writer) =>
        {
            writer.WriteArrayHeader(count);
            writer.WriteMapHeader(count);
        },
        (ref writer) =>
        {
            writer.WriteArrayHeader(count);
            writer.WriteMapHeader(count);
        });

    [Fact]
    public void What_is_written_after_a_flush_follows_what_was_before()
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new PayloadWriter(output);
        writer.Write(1);
        writer.Flush();
        writer.Flush();
        writer.Write("a");
        writer.Flush();
        Assert.Equal("01a161", Convert.ToHexStringLower(output.WrittenSpan));
    }

    private static void AssertSame(OurWrite ours, TheirWrite theirs)
    {
        var expected = new ArrayBufferWriter<byte>();
        var package = new MessagePackWriter(expected);
        theirs(ref package);
        package.Flush();

        var wide = new ArrayBufferWriter<byte>();
        Write(wide, ours);
        Assert.True(expected.WrittenSpan.SequenceEqual(wide.WrittenSpan), Differs(expected.WrittenSpan, wide.WrittenSpan));
        var tight = new TightOutput();
        Write(tight, ours);
        Assert.True(expected.WrittenSpan.SequenceEqual(tight.ToArray()), Differs(expected.WrittenSpan, tight.ToArray()));
    }

    private static void Write(IBufferWriter<byte> output, OurWrite write)
    {
        var writer = new PayloadWriter(output);
        write(ref writer);
        writer.Flush();
    }

    private static string Differs(ReadOnlySpan<byte> theirs, ReadOnlySpan<byte> ours) =>
        $"{Convert.ToHexString(theirs[..Math.Min(theirs.Length, 40)])} is now {Convert.ToHexString(ours[..Math.Min(ours.Length, 40)])}";
}
