using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>What a peer cannot make the reader, or a caller the writer, do.</summary>
public sealed class PayloadLimitTests
{
    [Fact]
    public void Nesting_up_to_the_limit_is_written_and_read()
    {
        var bytes = PayloadBytes.Write<Nest, NestCodec>(Nest.OfDepth(PayloadLimits.MaxDepth));
        Assert.Equal(PayloadLimits.MaxDepth, bytes.Length);
        PayloadBytes.Read<Nest, NestCodec>(bytes);
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_not_written()
    {
        var error = PayloadBytes.NotWritten<Nest, NestCodec>(Nest.OfDepth(PayloadLimits.MaxDepth + 1));
        Assert.EndsWith("nested deeper than 64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_not_read()
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)0x91, PayloadLimits.MaxDepth), 0x90];
        Assert.EndsWith("nested deeper than 64", PayloadBytes.Refused<Nest, NestCodec>(bytes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_is_refused_when_it_is_written()
    {
        var nest = new Nest();
        nest.Inside.Add(nest);
        Assert.EndsWith("nested deeper than 64", PayloadBytes.NotWritten<Nest, NestCodec>(nest).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Siblings_do_not_add_to_the_depth()
    {
        var wide = new Nest { Inside = [.. Enumerable.Range(0, 1000).Select(_ => Nest.OfDepth(3))] };
        var bytes = PayloadBytes.Write<Nest, NestCodec>(wide);
        Assert.Equal(1000, PayloadBytes.Read<Nest, NestCodec>(bytes).Inside.Count);
    }

    [Theory]
    [InlineData("dd7fffffff01")]
    [InlineData("ddffffffff01")]
    [InlineData("dd0000000201")]
    [InlineData("dc000201")]
    [InlineData("9201")]
    public void A_count_that_the_bytes_cannot_hold_is_refused(string hex)
    {
        PayloadBytes.Refused<int[], ArrayCodec<int, Int32Codec>>(hex);
        PayloadBytes.Refused<List<int>, ListCodec<int, Int32Codec>>(hex);
        PayloadBytes.Refused<HashSet<int>, HashSetCodec<int, Int32Codec>>(hex);
        PayloadBytes.Refused<byte[], ByteArrayCodec>(hex);
        PayloadBytes.Refused<Note, NoteCodec>(hex);
    }

    [Theory]
    [InlineData("df7fffffff0101")]
    [InlineData("dfffffffff0101")]
    [InlineData("df000000020101")]
    [InlineData("de00020101")]
    [InlineData("820101")]
    public void A_count_of_entries_that_the_bytes_cannot_hold_is_refused(string hex)
    {
        PayloadBytes.Refused<Dictionary<int, int>, DictionaryCodec<int, int, Int32Codec, Int32Codec>>(hex);
        PayloadBytes.Refused<SortedDictionary<int, int>, SortedDictionaryCodec<int, int, Int32Codec, Int32Codec>>(hex);
        PayloadBytes.Refused<Note, NoteCodec>(hex);
    }

    [Theory]
    [InlineData("c6ffffffff0102")]
    [InlineData("c67fffffff0102")]
    [InlineData("c4030102")]
    public void A_length_of_bytes_that_are_not_there_is_refused(string hex) => PayloadBytes.Refused<byte[], ByteArrayCodec>(hex);

    [Theory]
    [InlineData("dbffffffff6162")]
    [InlineData("db7fffffff6162")]
    [InlineData("a36162")]
    public void A_length_of_text_that_is_not_there_is_refused(string hex) => PayloadBytes.Refused<string, StringCodec>(hex);

    [Fact]
    public void A_count_is_refused_before_anything_is_allocated_for_it()
    {
        // 100,000 GUIDs cannot stand in 100,000 bytes, although 100,000 values of one byte could.
        byte[] bytes = [0xDD, 0x00, 0x01, 0x86, 0xA0, .. new byte[100_000]];
        Measure(bytes);
        var allocated = Measure(bytes);
        Assert.InRange(allocated, 0, 20_000);

        static long Measure(byte[] bytes)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            PayloadBytes.Refused<Guid[], ArrayCodec<Guid, GuidCodec>>(bytes);
            PayloadBytes.Refused<HashSet<Guid>, HashSetCodec<Guid, GuidCodec>>(bytes);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void A_count_of_entries_is_checked_against_key_and_value()
    {
        byte[] bytes = [0xDF, 0x00, 0x00, 0x00, 0x03, .. new byte[100]];
        var error = PayloadBytes.Refused<Dictionary<Guid, int>, DictionaryCodec<Guid, int, GuidCodec, Int32Codec>>(bytes);
        Assert.Equal("a count of 3 cannot fit into the 100 bytes that are left", error.Message);
    }

    [Fact]
    public void A_count_times_a_large_minimum_does_not_wrap_around()
    {
        // 4,096 elements of 2^20 bytes are 2^32, which is 0 in 32 bits.
        byte[] bytes = [0xDC, 0x10, 0x00, .. new byte[5000]];
        var error = PayloadBytes.Refused<bool[], ArrayCodec<bool, LargeCodec>>(bytes);
        Assert.Equal("a count of 4096 cannot fit into the 5000 bytes that are left", error.Message);
    }

    [Fact]
    public void The_smallest_encodings_have_the_minimum_size()
    {
        Assert.Equal(DecimalCodec.MinimumSize, PayloadBytes.Write<decimal, DecimalCodec>(0).Length);
        Assert.Equal(GuidCodec.MinimumSize, PayloadBytes.Write<Guid, GuidCodec>(default).Length);
        Assert.Equal(DateTimeCodec.MinimumSize, PayloadBytes.Write<DateTime, DateTimeCodec>(DateTime.UnixEpoch).Length);
        Assert.Equal(DateTimeOffsetCodec.MinimumSize, PayloadBytes.Write<DateTimeOffset, DateTimeOffsetCodec>(DateTimeOffset.UnixEpoch).Length);
    }

    [Theory]
    [InlineData(0x91)]
    [InlineData(0x81)]
    public void A_million_levels_are_skipped_without_recursion(byte level)
    {
        // As a map each level is the value of the key 01.
        var bytes = level == 0x91
            ? Enumerable.Repeat((byte)0x91, 1_000_000).Append((byte)0xC0)
            : Enumerable.Repeat(new byte[] { 0x81, 0x01 }, 1_000_000).SelectMany(entry => entry).Append((byte)0xC0);
        var reader = new PayloadReader(bytes.ToArray());
        reader.Skip();
        Assert.Equal(0, reader.Remaining);
    }

    [Theory]
    [InlineData("05")]
    [InlineData("c0")]
    [InlineData("d904616161ff")]
    [InlineData("c4020102")]
    [InlineData("d6ff67760225")]
    [InlineData("c702630102")]
    [InlineData("cb3ff0000000000000")]
    [InlineData("93018201a16102a162c0")]
    public void One_value_of_any_kind_is_skipped_and_no_more(string hex)
    {
        var reader = new PayloadReader(Convert.FromHexString(hex + "c0"));
        reader.Skip();
        Assert.Equal(1, reader.Remaining);
    }

    [Theory]
    [InlineData("dd7fffffff01")]
    [InlineData("9301")]
    [InlineData("8101")]
    [InlineData("a361")]
    [InlineData("dbffffffff61")]
    [InlineData("c6ffffffff61")]
    [InlineData("c9ffffffff61")]
    [InlineData("")]
    public void A_value_that_ends_too_early_is_not_skipped(string hex) =>
        Assert.ThrowsAny<Exception>(() =>
        {
            var reader = new PayloadReader(Convert.FromHexString(hex));
            reader.Skip();
        });

    [Fact]
    public void Bytes_after_the_arguments_are_refused() =>
        Assert.Equal("2 bytes are left over after the arguments", PayloadBytes.Refused<int, Int32Codec>("050607").Message);

    [Fact]
    public void Arguments_that_are_refused_are_told_from_a_handlers_own_failure()
    {
        var error = Assert.Throws<BadArgumentsException>(() => new PayloadReader(Convert.FromHexString("0506")).ReadArguments<int, Int32Codec>());
        Assert.IsType<PayloadException>(error.InnerException);
    }

    private readonly struct LargeCodec : ISocketCodec<bool>
    {
        public static int MinimumSize => 1 << 20;

        public static void Write(ref PayloadWriter writer, bool value) => BooleanCodec.Write(ref writer, value);

        public static bool Read(ref PayloadReader reader) => BooleanCodec.Read(ref reader);
    }
}
