using System.Buffers;
using TypedSockets.Codecs;
using TypedSockets.Tests.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>Fixed bytes, in both directions: what peers that were written against MessagePack-CSharp's array mode send and expect.</summary>
public sealed class ByteVectorTests
{
    [Theory]
    [MemberData(nameof(ByteVectors.WrittenNames), MemberType = typeof(ByteVectors))]
    public void A_value_is_written_as_these_bytes(string name) => Assert.Equal(ByteVectors.All[name].Hex, ByteVectors.All[name].Write!());

    [Theory]
    [MemberData(nameof(ByteVectors.Names), MemberType = typeof(ByteVectors))]
    public void These_bytes_are_read_as_the_value(string name) => ByteVectors.All[name].AssertRead(ByteVectors.All[name].Hex);

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
}
