using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Numerics;
using System.Text;
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
        ["Version"] = Case<Version, VersionCodec>(),
        ["StringBuilder"] = Case<StringBuilder, StringBuilderCodec>(),
        ["T[]"] = Case<int[], ArrayCodec<int, Int32Codec>>(),
        ["List"] = Case<List<int>, ListCodec<int, Int32Codec>>(),
        ["IEnumerable"] = Case<IEnumerable<int>, IEnumerableCodec<int, Int32Codec>>(),
        ["ICollection"] = Case<ICollection<int>, ICollectionCodec<int, Int32Codec>>(),
        ["IList"] = Case<IList<int>, IListCodec<int, Int32Codec>>(),
        ["IReadOnlyCollection"] = Case<IReadOnlyCollection<int>, IReadOnlyCollectionCodec<int, Int32Codec>>(),
        ["IReadOnlyList"] = Case<IReadOnlyList<int>, IReadOnlyListCodec<int, Int32Codec>>(),
        ["HashSet"] = Case<HashSet<int>, HashSetCodec<int, Int32Codec>>(),
        ["SortedSet"] = Case<SortedSet<int>, SortedSetCodec<int, Int32Codec>>(),
        ["ISet"] = Case<ISet<int>, ISetCodec<int, Int32Codec>>(),
        ["IReadOnlySet"] = Case<IReadOnlySet<int>, IReadOnlySetCodec<int, Int32Codec>>(),
        ["Dictionary"] = Case<Dictionary<int, int>, DictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["IDictionary"] = Case<IDictionary<int, int>, IDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["IReadOnlyDictionary"] = Case<IReadOnlyDictionary<int, int>, IReadOnlyDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["SortedDictionary"] = Case<SortedDictionary<int, int>, SortedDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["LinkedList"] = Case<LinkedList<int>, LinkedListCodec<int, Int32Codec>>(),
        ["Queue"] = Case<Queue<int>, QueueCodec<int, Int32Codec>>(),
        ["Stack"] = Case<Stack<int>, StackCodec<int, Int32Codec>>(),
        ["Collection"] = Case<Collection<int>, CollectionCodec<int, Int32Codec>>(),
        ["ObservableCollection"] = Case<ObservableCollection<int>, ObservableCollectionCodec<int, Int32Codec>>(),
        ["ReadOnlyCollection"] = Case<ReadOnlyCollection<int>, ReadOnlyCollectionCodec<int, Int32Codec>>(),
        ["ReadOnlyObservableCollection"] = Case<ReadOnlyObservableCollection<int>, ReadOnlyObservableCollectionCodec<int, Int32Codec>>(),
        ["ConcurrentBag"] = Case<ConcurrentBag<int>, ConcurrentBagCodec<int, Int32Codec>>(),
        ["ConcurrentQueue"] = Case<ConcurrentQueue<int>, ConcurrentQueueCodec<int, Int32Codec>>(),
        ["ConcurrentStack"] = Case<ConcurrentStack<int>, ConcurrentStackCodec<int, Int32Codec>>(),
        ["ImmutableList"] = Case<ImmutableList<int>, ImmutableListCodec<int, Int32Codec>>(),
        ["IImmutableList"] = Case<IImmutableList<int>, IImmutableListCodec<int, Int32Codec>>(),
        ["ImmutableQueue"] = Case<ImmutableQueue<int>, ImmutableQueueCodec<int, Int32Codec>>(),
        ["IImmutableQueue"] = Case<IImmutableQueue<int>, IImmutableQueueCodec<int, Int32Codec>>(),
        ["ImmutableStack"] = Case<ImmutableStack<int>, ImmutableStackCodec<int, Int32Codec>>(),
        ["IImmutableStack"] = Case<IImmutableStack<int>, IImmutableStackCodec<int, Int32Codec>>(),
        ["ReadOnlySet"] = Case<ReadOnlySet<int>, ReadOnlySetCodec<int, Int32Codec>>(),
        ["ImmutableHashSet"] = Case<ImmutableHashSet<int>, ImmutableHashSetCodec<int, Int32Codec>>(),
        ["ImmutableSortedSet"] = Case<ImmutableSortedSet<int>, ImmutableSortedSetCodec<int, Int32Codec>>(),
        ["IImmutableSet"] = Case<IImmutableSet<int>, IImmutableSetCodec<int, Int32Codec>>(),
        ["FrozenSet"] = Case<FrozenSet<int>, FrozenSetCodec<int, Int32Codec>>(),
        ["SortedList"] = Case<SortedList<int, int>, SortedListCodec<int, int, Int32Codec, Int32Codec>>(),
        ["OrderedDictionary"] = Case<OrderedDictionary<int, int>, OrderedDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["ReadOnlyDictionary"] = Case<ReadOnlyDictionary<int, int>, ReadOnlyDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["ConcurrentDictionary"] = Case<ConcurrentDictionary<int, int>, ConcurrentDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["ImmutableDictionary"] = Case<ImmutableDictionary<int, int>, ImmutableDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["ImmutableSortedDictionary"] = Case<ImmutableSortedDictionary<int, int>, ImmutableSortedDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["IImmutableDictionary"] = Case<IImmutableDictionary<int, int>, IImmutableDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
        ["FrozenDictionary"] = Case<FrozenDictionary<int, int>, FrozenDictionaryCodec<int, int, Int32Codec, Int32Codec>>(),
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
        PayloadBytes.Refused<ReadOnlySequence<byte>, ReadOnlySequenceCodec>("c0");
        PayloadBytes.Refused<Half, HalfCodec>("c0");
        PayloadBytes.Refused<Int128, Int128Codec>("c0");
        PayloadBytes.Refused<UInt128, UInt128Codec>("c0");
        PayloadBytes.Refused<BigInteger, BigIntegerCodec>("c0");
        PayloadBytes.Refused<Rune, RuneCodec>("c0");
        PayloadBytes.Refused<Vector2, Vector2Codec>("c0");
        PayloadBytes.Refused<Quaternion, QuaternionCodec>("c0");
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
