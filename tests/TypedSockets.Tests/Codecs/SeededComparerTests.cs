using FsCheck.Xunit;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>A peer cannot choose keys that collide, and whoever gets the collection cannot tell its comparer from the default one.</summary>
public sealed class SeededComparerTests
{
    private const int Many = 10_000;

    [Fact]
    public void Longs_whose_default_hash_codes_are_all_equal_have_different_ones()
    {
        var keys = Enumerable.Range(0, Many).Select(x => ((long)x << 32) | (uint)x).ToArray();
        Assert.Single(keys.Select(key => key.GetHashCode()).Distinct());
        AssertSpread(keys);
    }

    [Fact]
    public void Integers_that_fall_into_one_bucket_by_default_have_different_hash_codes() =>
        AssertSpread(Enumerable.Range(0, Many).Select(x => x * 10_103).ToArray());

    [Fact]
    public void Guids_whose_default_hash_codes_are_all_equal_have_different_ones()
    {
        var keys = Enumerable.Range(0, Many).Select(x => new Guid(x, 0, 0, [.. BitConverter.GetBytes(x), 0, 0, 0, 0])).ToArray();
        Assert.Single(keys.Select(key => key.GetHashCode()).Distinct());
        AssertSpread(keys);
    }

    [Fact]
    public void Decimals_whose_default_hash_codes_are_all_equal_have_different_ones()
    {
        var keys = Enumerable.Range(1, Many).Select(x => new decimal(x, x, 0, isNegative: false, 0)).ToArray();
        Assert.Single(keys.Select(key => key.GetHashCode()).Distinct());
        AssertSpread(keys);
    }

    [Fact]
    public void Every_kind_of_time_has_hash_codes_that_cannot_be_foreseen()
    {
        var ticks = Enumerable.Range(0, Many).Select(x => ((long)x << 32) | (uint)x).ToArray();
        AssertSpread(ticks.Select(x => new TimeSpan(x)).ToArray());
        AssertSpread(ticks.Select(x => new DateTime(x, DateTimeKind.Utc)).ToArray());
        AssertSpread(ticks.Select(x => new DateTimeOffset(x, TimeSpan.Zero)).ToArray());
        AssertSpread(Enumerable.Range(0, Many).Select(x => new TimeOnly(x)).ToArray());
        AssertSpread(Enumerable.Range(0, Many).Select(DateOnly.FromDayNumber).ToArray());
    }

    [Fact]
    public void Enums_of_four_bytes_and_more_are_protected()
    {
        AssertSpread(Enumerable.Range(0, Many).Select(x => (DayOfWeek)x).ToArray());
        AssertSpread(Enumerable.Range(0, Many).Select(x => (LargeEnum)(((long)x << 32) | (uint)x)).ToArray());
    }

    [Fact]
    public void Texts_and_small_keys_need_no_comparer_of_their_own()
    {
        Assert.Null(SeededComparer<string>.Instance);
        Assert.Null(SeededComparer<byte>.Instance);
        Assert.Null(SeededComparer<char>.Instance);
        Assert.Null(SeededComparer<SmallEnum>.Instance);
    }

    [Fact]
    public void Collections_are_read_with_the_comparer()
    {
        var set = PayloadBytes.Read<HashSet<long>, HashSetCodec<long, Int64Codec>>("9101");
        var map = PayloadBytes.Read<Dictionary<long, int>, DictionaryCodec<long, int, Int64Codec, Int32Codec>>("810102");
        Assert.Same(SeededComparer<long>.Instance, set.Comparer);
        Assert.Same(SeededComparer<long>.Instance, map.Comparer);
    }

    [Property(Arbitrary = [typeof(PayloadArbitraries)])]
    public void Equal_decimals_have_equal_hash_codes_whatever_their_trailing_zeros(decimal value)
    {
        var comparer = SeededComparer<decimal>.Instance!;
        Assert.Equal(comparer.GetHashCode(value), comparer.GetHashCode(value / 1.000000000000000000000000000000m));
    }

    [Theory]
    [InlineData("0", "0.000")]
    [InlineData("0", "-0.0")]
    [InlineData("10", "10.00")]
    [InlineData("-1.5", "-1.50000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("1", "1.0000000000000000000000000000")]
    public void Equal_decimals_have_equal_hash_codes(string one, string other)
    {
        var x = decimal.Parse(one, System.Globalization.CultureInfo.InvariantCulture);
        var y = decimal.Parse(other, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(x, y);
        Assert.Equal(SeededComparer<decimal>.Instance!.GetHashCode(x), SeededComparer<decimal>.Instance!.GetHashCode(y));
    }

    [Fact]
    public void A_decimal_key_is_found_with_other_trailing_zeros()
    {
        var map = PayloadBytes.Read<Dictionary<decimal, int>, DictionaryCodec<decimal, int, DecimalCodec, Int32Codec>>("81a4312e303007");
        Assert.Equal(7, map[1m]);
    }

    [Fact]
    public void A_decimal_key_with_other_trailing_zeros_is_the_same_key() =>
        PayloadBytes.Refused<Dictionary<decimal, int>, DictionaryCodec<decimal, int, DecimalCodec, Int32Codec>>("82a4312e303007a13107");

    [Fact]
    public void An_instant_is_found_whatever_its_kind()
    {
        var map = PayloadBytes.Read<Dictionary<DateTime, int>, DictionaryCodec<DateTime, int, DateTimeCodec, Int32Codec>>("81d6ff6776022507");
        Assert.Equal(7, map[new DateTime(2025, 1, 2, 3, 4, 5)]);
    }

    [Fact]
    public void A_time_is_found_at_another_offset()
    {
        var map = PayloadBytes.Read<Dictionary<DateTimeOffset, int>, DictionaryCodec<DateTimeOffset, int, DateTimeOffsetCodec, Int32Codec>>(
            "8192d6ff67760225cd021c07");
        Assert.Equal(7, map[new DateTimeOffset(2025, 1, 1, 18, 4, 5, TimeSpan.Zero)]);
    }

    [Fact]
    public void A_set_that_was_read_equals_an_ordinary_one()
    {
        var read = PayloadBytes.Read<HashSet<long>, HashSetCodec<long, Int64Codec>>("93010203");
        HashSet<long> ordinary = [3, 2, 1];
        Assert.True(read.SetEquals(ordinary) && ordinary.SetEquals(read) && read.IsSubsetOf(ordinary) && ordinary.IsSubsetOf(read));
        Assert.True(HashSet<long>.CreateSetComparer().Equals(read, ordinary));
    }

    [Fact]
    public void A_dictionary_that_was_read_can_be_copied_and_changed()
    {
        var read = PayloadBytes.Read<Dictionary<int, int>, DictionaryCodec<int, int, Int32Codec, Int32Codec>>("820102ff04");
        var copy = new Dictionary<int, int>(read, EqualityComparer<int>.Default) { [3] = 5 };
        read[3] = 5;
        Assert.True(read.Remove(1) && copy.Remove(1));
        Assert.Equal(copy, read);
    }

    private static void AssertSpread<T>(T[] keys)
    {
        var comparer = SeededComparer<T>.Instance;
        Assert.NotNull(comparer);

        // Of 10,000 random numbers of 32 bits about 0.01 pairs are equal.
        Assert.InRange(keys.Select(comparer.GetHashCode!).Distinct().Count(), keys.Length - 10, keys.Length);

        // Nor do they gather in a few buckets of a table of a prime size.
        var fullest = keys.GroupBy(key => (uint)comparer.GetHashCode(key!) % 10_103).Max(bucket => bucket.Count());
        Assert.InRange(fullest, 1, 20);
    }
}
