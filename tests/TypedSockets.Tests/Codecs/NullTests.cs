using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>Null passes where the contract says so, and nowhere else.</summary>
public sealed class NullTests
{
    private const string NotAllowed = "null, but the contract does not allow null here; declare it nullable or set it";

    public static TheoryData<string> References => [.. All.Keys];

    private static Dictionary<string, (Action Write, Action Read)> All { get; } = new()
    {
        ["string"] = Case<string, StringCodec>(),
        ["Uri"] = Case<Uri, UriCodec>(),
        ["T[]"] = Case<int[], ArrayCodec<int, Int32Codec>>(),
        ["List"] = Case<List<int>, ListCodec<int, Int32Codec>>(),
        ["IEnumerable"] = Case<IEnumerable<int>, EnumerableCodec<int, Int32Codec>>(),
        ["ICollection"] = Case<ICollection<int>, CollectionCodec<int, Int32Codec>>(),
        ["IList"] = Case<IList<int>, IListCodec<int, Int32Codec>>(),
        ["IReadOnlyCollection"] = Case<IReadOnlyCollection<int>, ReadOnlyCollectionCodec<int, Int32Codec>>(),
        ["IReadOnlyList"] = Case<IReadOnlyList<int>, ReadOnlyListCodec<int, Int32Codec>>(),
        ["HashSet"] = Case<HashSet<int>, HashSetCodec<int, Int32Codec>>(),
        ["SortedSet"] = Case<SortedSet<int>, SortedSetCodec<int, Int32Codec>>(),
        ["ISet"] = Case<ISet<int>, SetCodec<int, Int32Codec>>(),
        ["IReadOnlySet"] = Case<IReadOnlySet<int>, ReadOnlySetCodec<int, Int32Codec>>(),
        ["Dictionary"] = Case<Dictionary<int, int>, DictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["IDictionary"] = Case<IDictionary<int, int>, IDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["IReadOnlyDictionary"] = Case<IReadOnlyDictionary<int, int>, ReadOnlyDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["SortedDictionary"] = Case<SortedDictionary<int, int>, SortedDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["Tuple"] = Case<Tuple<int>, Tuple1Codec<int, Int32Codec>>(),
        ["byte[]"] = Case<byte[], ByteArrayCodec>(),
    };

    [Theory]
    [MemberData(nameof(References))]
    public void Null_is_not_written_for_a_reference_that_may_not_be_null(string type) =>
        Assert.Equal(NotAllowed, Assert.Throws<PayloadException>(All[type].Write).Message);

    [Theory]
    [MemberData(nameof(References))]
    public void Nil_is_not_read_for_a_reference_that_may_not_be_null(string type) =>
        Assert.Equal(NotAllowed, Assert.Throws<PayloadException>(All[type].Read).Message);

    [Fact]
    public void Nil_is_not_read_for_a_value()
    {
        PayloadBytes.Refused<int, Int32Codec>("c0");
        PayloadBytes.Refused<bool, BooleanCodec>("c0");
        PayloadBytes.Refused<double, DoubleCodec>("c0");
        PayloadBytes.Refused<char, CharCodec>("c0");
        PayloadBytes.Refused<decimal, DecimalCodec>("c0");
        PayloadBytes.Refused<Guid, GuidCodec>("c0");
        PayloadBytes.Refused<DateTime, DateTimeCodec>("c0");
        PayloadBytes.Refused<DateTimeOffset, DateTimeOffsetCodec>("c0");
        PayloadBytes.Refused<TimeSpan, TimeSpanCodec>("c0");
        PayloadBytes.Refused<DateOnly, DateOnlyCodec>("c0");
        PayloadBytes.Refused<TimeOnly, TimeOnlyCodec>("c0");
        PayloadBytes.Refused<Memory<byte>, MemoryCodec>("c0");
        PayloadBytes.Refused<ReadOnlyMemory<byte>, ReadOnlyMemoryCodec>("c0");
        PayloadBytes.Refused<SmallEnum, EnumCodec<SmallEnum, byte, ByteCodec>>("c0");
        PayloadBytes.Refused<(int, int), ValueTuple2Codec<int, int, Int32Codec, Int32Codec>>("c0");
    }

    [Fact]
    public void Null_elements_pass_where_the_element_is_nullable()
    {
        string?[] texts = ["a", null];
        var bytes = PayloadBytes.Write<string?[], ArrayCodec<string?, OptionalCodec<string, StringCodec>>>(texts);
        Assert.Equal(texts, PayloadBytes.Read<string?[], ArrayCodec<string?, OptionalCodec<string, StringCodec>>>(bytes));
    }

    private static (Action Write, Action Read) Case<T, TCodec>()
        where T : class
        where TCodec : struct, ISocketCodec<T> =>
        (() => PayloadBytes.Write<T, TCodec>(null!), () => PayloadBytes.Read<T, TCodec>("c0"));
}
