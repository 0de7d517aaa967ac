using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>Every container begins a level and ends it, in both directions.</summary>
public sealed class NestingTests
{
    private static readonly Dictionary<int, int> OneTwo = new() { [1] = 2 };

    private static readonly Dictionary<string, (Action Repeat, Action WriteTooDeep, Action ReadTooDeep)> All = new()
    {
        ["array"] = Case<int[], ArrayCodec<int, Int32Codec>>([1]),
        ["List"] = Case<List<int>, ListCodec<int, Int32Codec>>([1]),
        ["lazy sequence"] = Case<IEnumerable<int>, IEnumerableCodec<int, Int32Codec>>(Enumerable.Range(0, 1).Where(_ => true)),
        ["ICollection"] = Case<ICollection<int>, ICollectionCodec<int, Int32Codec>>(new LinkedList<int>([1])),
        ["IReadOnlyCollection"] = Case<IReadOnlyCollection<int>, IReadOnlyCollectionCodec<int, Int32Codec>>(new Queue<int>([1])),
        ["HashSet"] = Case<HashSet<int>, HashSetCodec<int, Int32Codec>>([1]),
        ["SortedSet"] = Case<SortedSet<int>, SortedSetCodec<int, Int32Codec>>([1]),
        ["ISet"] = Case<ISet<int>, ISetCodec<int, Int32Codec>>(new HashSet<int>([1])),
        ["Dictionary"] = Case<Dictionary<int, int>, DictionaryCodec<int, int, Int32Codec, Int32Codec>>(new() { [1] = 2 }),
        ["SortedDictionary"] = Case<SortedDictionary<int, int>, SortedDictionaryCodec<int, int, Int32Codec, Int32Codec>>(new() { [1] = 2 }),
        ["IDictionary"] = Case<IDictionary<int, int>, IDictionaryCodec<int, int, Int32Codec, Int32Codec>>(new SortedList<int, int> { [1] = 2 }),
        ["LinkedList"] = Case<LinkedList<int>, LinkedListCodec<int, Int32Codec>>(new([1])),
        ["Queue"] = Case<Queue<int>, QueueCodec<int, Int32Codec>>(new([1])),
        ["Stack"] = Case<Stack<int>, StackCodec<int, Int32Codec>>(new([1])),
        ["Collection"] = Case<Collection<int>, CollectionCodec<int, Int32Codec>>([1]),
        ["ObservableCollection"] = Case<ObservableCollection<int>, ObservableCollectionCodec<int, Int32Codec>>([1]),
        ["ReadOnlyCollection"] = Case<ReadOnlyCollection<int>, ReadOnlyCollectionCodec<int, Int32Codec>>([1]),
        ["ReadOnlyObservableCollection"] = Case<ReadOnlyObservableCollection<int>, ReadOnlyObservableCollectionCodec<int, Int32Codec>>(new([1])),
        ["ConcurrentBag"] = Case<ConcurrentBag<int>, ConcurrentBagCodec<int, Int32Codec>>([1]),
        ["ConcurrentQueue"] = Case<ConcurrentQueue<int>, ConcurrentQueueCodec<int, Int32Codec>>(new([1])),
        ["ConcurrentStack"] = Case<ConcurrentStack<int>, ConcurrentStackCodec<int, Int32Codec>>(new([1])),
        ["ImmutableArray"] = Case<ImmutableArray<int>, ImmutableArrayCodec<int, Int32Codec>>([1]),
        ["ImmutableList"] = Case<ImmutableList<int>, ImmutableListCodec<int, Int32Codec>>([1]),
        ["IImmutableList"] = Case<IImmutableList<int>, IImmutableListCodec<int, Int32Codec>>([1]),
        ["ImmutableQueue"] = Case<ImmutableQueue<int>, ImmutableQueueCodec<int, Int32Codec>>([1]),
        ["IImmutableQueue"] = Case<IImmutableQueue<int>, IImmutableQueueCodec<int, Int32Codec>>([1]),
        ["ImmutableStack"] = Case<ImmutableStack<int>, ImmutableStackCodec<int, Int32Codec>>([1]),
        ["IImmutableStack"] = Case<IImmutableStack<int>, IImmutableStackCodec<int, Int32Codec>>([1]),
        ["ReadOnlySet"] = Case<ReadOnlySet<int>, ReadOnlySetCodec<int, Int32Codec>>(new(new HashSet<int> { 1 })),
        ["ImmutableHashSet"] = Case<ImmutableHashSet<int>, ImmutableHashSetCodec<int, Int32Codec>>([1]),
        ["ImmutableSortedSet"] = Case<ImmutableSortedSet<int>, ImmutableSortedSetCodec<int, Int32Codec>>([1]),
        ["IImmutableSet"] = Case<IImmutableSet<int>, IImmutableSetCodec<int, Int32Codec>>([1]),
        ["FrozenSet"] = Case<FrozenSet<int>, FrozenSetCodec<int, Int32Codec>>([1]),
        ["SortedList"] = Case<SortedList<int, int>, SortedListCodec<int, int, Int32Codec, Int32Codec>>(new() { [1] = 2 }),
        ["OrderedDictionary"] = Case<OrderedDictionary<int, int>, OrderedDictionaryCodec<int, int, Int32Codec, Int32Codec>>(new() { [1] = 2 }),
        ["ReadOnlyDictionary"] = Case<ReadOnlyDictionary<int, int>, ReadOnlyDictionaryCodec<int, int, Int32Codec, Int32Codec>>(new(OneTwo)),
        ["ConcurrentDictionary"] = Case<ConcurrentDictionary<int, int>, ConcurrentDictionaryCodec<int, int, Int32Codec, Int32Codec>>(new() { [1] = 2 }),
        ["ImmutableDictionary"] = Case<ImmutableDictionary<int, int>, ImmutableDictionaryCodec<int, int, Int32Codec, Int32Codec>>(OneTwo.ToImmutableDictionary()),
        ["ImmutableSortedDictionary"] = Case<ImmutableSortedDictionary<int, int>, ImmutableSortedDictionaryCodec<int, int, Int32Codec, Int32Codec>>(OneTwo.ToImmutableSortedDictionary()),
        ["IImmutableDictionary"] = Case<IImmutableDictionary<int, int>, IImmutableDictionaryCodec<int, int, Int32Codec, Int32Codec>>(OneTwo.ToImmutableDictionary()),
        ["FrozenDictionary"] = Case<FrozenDictionary<int, int>, FrozenDictionaryCodec<int, int, Int32Codec, Int32Codec>>(OneTwo.ToFrozenDictionary()),
        ["KeyValuePair"] = Case<KeyValuePair<int, int>, KeyValuePairCodec<int, int, Int32Codec, Int32Codec>>(new(1, 2)),
        ["object"] = Case<Note, NoteCodec>(new Note(1, "a", [])),
        ["ValueTuple of 1"] = Case<ValueTuple<int>, ValueTuple1Codec<int, Int32Codec>>(new(1)),
        ["Tuple of 1"] = Case<Tuple<int>, Tuple1Codec<int, Int32Codec>>(new(1)),
        ["ValueTuple of 2"] = Case<(int, int), ValueTuple2Codec<int, int, Int32Codec, Int32Codec>>((1, 2)),
        ["Tuple of 2"] = Case<Tuple<int, int>, Tuple2Codec<int, int, Int32Codec, Int32Codec>>(new(1, 2)),
        ["ValueTuple of 3"] = Case<(int, int, int), ValueTuple3Codec<int, int, int, Int32Codec, Int32Codec, Int32Codec>>((1, 2, 3)),
        ["Tuple of 3"] = Case<Tuple<int, int, int>, Tuple3Codec<int, int, int, Int32Codec, Int32Codec, Int32Codec>>(new(1, 2, 3)),
        ["ValueTuple of 4"] = Case<
            (int, int, int, int),
            ValueTuple4Codec<int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>((1, 2, 3, 4)),
        ["Tuple of 4"] = Case<
            Tuple<int, int, int, int>,
            Tuple4Codec<int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>(new(1, 2, 3, 4)),
        ["ValueTuple of 5"] = Case<
            (int, int, int, int, int),
            ValueTuple5Codec<int, int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>((1, 2, 3, 4, 5)),
        ["Tuple of 5"] = Case<
            Tuple<int, int, int, int, int>,
            Tuple5Codec<int, int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>(new(1, 2, 3, 4, 5)),
        ["ValueTuple of 6"] = Case<
            (int, int, int, int, int, int),
            ValueTuple6Codec<
                int, int, int, int, int, int,
                Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>((1, 2, 3, 4, 5, 6)),
        ["Tuple of 6"] = Case<
            Tuple<int, int, int, int, int, int>,
            Tuple6Codec<int, int, int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>(new(1, 2, 3, 4, 5, 6)),
        ["ValueTuple of 7"] = Case<
            (int, int, int, int, int, int, int),
            ValueTuple7Codec<
                int, int, int, int, int, int, int,
                Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>((1, 2, 3, 4, 5, 6, 7)),
        ["Tuple of 7"] = Case<
            Tuple<int, int, int, int, int, int, int>,
            Tuple7Codec<
                int, int, int, int, int, int, int,
                Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>(new(1, 2, 3, 4, 5, 6, 7)),
    };

    public static TheoryData<string> Containers => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Containers))]
    public void A_container_ends_its_level_so_that_any_number_may_follow(string container) => All[container].Repeat();

    [Theory]
    [MemberData(nameof(Containers))]
    public void A_container_below_the_deepest_level_is_not_written(string container) =>
        Assert.EndsWith("nested deeper than 64", Assert.Throws<PayloadException>(All[container].WriteTooDeep).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Containers))]
    public void A_container_below_the_deepest_level_is_not_read(string container) =>
        Assert.EndsWith("nested deeper than 64", Assert.Throws<PayloadException>(All[container].ReadTooDeep).Message, StringComparison.Ordinal);

    private static (Action Repeat, Action WriteTooDeep, Action ReadTooDeep) Case<T, TCodec>(T value)
        where TCodec : struct, ISocketCodec<T> =>
        (() => Repeat<T, TCodec>(value), () => WriteTooDeep<T, TCodec>(value), () => ReadTooDeep<T, TCodec>(value));

    private static void Repeat<T, TCodec>(T value)
        where TCodec : struct, ISocketCodec<T>
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new PayloadWriter(output);
        for (var i = 0; i <= PayloadLimits.MaxDepth; i++)
        {
            TCodec.Write(ref writer, value);
        }

        writer.Flush();
        var reader = new PayloadReader(output.WrittenSpan);
        for (var i = 0; i <= PayloadLimits.MaxDepth; i++)
        {
            TCodec.Read(ref reader);
        }

        Assert.Equal(0, reader.Remaining);
    }

    private static void WriteTooDeep<T, TCodec>(T value)
        where TCodec : struct, ISocketCodec<T>
    {
        var writer = new PayloadWriter(new ArrayBufferWriter<byte>());
        for (var depth = 0; depth < PayloadLimits.MaxDepth; depth++)
        {
            writer.Enter();
        }

        TCodec.Write(ref writer, value);
    }

    private static void ReadTooDeep<T, TCodec>(T value)
        where TCodec : struct, ISocketCodec<T>
    {
        var reader = new PayloadReader(PayloadBytes.Write<T, TCodec>(value));
        for (var depth = 0; depth < PayloadLimits.MaxDepth; depth++)
        {
            reader.Enter();
        }

        TCodec.Read(ref reader);
    }
}
