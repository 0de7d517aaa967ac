using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>What the containers' codecs read into, and what they do with odd collections.</summary>
public sealed class CollectionCodecTests
{
    [Fact]
    public void Interfaces_that_can_be_changed_are_read_as_lists()
    {
        Assert.IsType<List<int>>(PayloadBytes.Read<ICollection<int>, ICollectionCodec<int, Int32Codec>>("9101"));
        Assert.IsType<List<int>>(PayloadBytes.Read<IList<int>, IListCodec<int, Int32Codec>>("9101"));
    }

    [Fact]
    public void Interfaces_that_cannot_be_changed_are_read_as_arrays()
    {
        Assert.IsType<int[]>(PayloadBytes.Read<IEnumerable<int>, IEnumerableCodec<int, Int32Codec>>("9101"));
        Assert.IsType<int[]>(PayloadBytes.Read<IReadOnlyCollection<int>, IReadOnlyCollectionCodec<int, Int32Codec>>("9101"));
        Assert.IsType<int[]>(PayloadBytes.Read<IReadOnlyList<int>, IReadOnlyListCodec<int, Int32Codec>>("9101"));
    }

    [Fact]
    public void Interfaces_of_sets_and_dictionaries_are_read_as_hash_tables()
    {
        Assert.IsType<HashSet<int>>(PayloadBytes.Read<ISet<int>, ISetCodec<int, Int32Codec>>("9101"));
        Assert.IsType<HashSet<int>>(PayloadBytes.Read<IReadOnlySet<int>, IReadOnlySetCodec<int, Int32Codec>>("9101"));
        Assert.IsType<Dictionary<int, int>>(PayloadBytes.Read<IDictionary<int, int>, IDictionaryCodec<int, int, Int32Codec, Int32Codec>>("810102"));
        Assert.IsType<Dictionary<int, int>>(
            PayloadBytes.Read<IReadOnlyDictionary<int, int>, IReadOnlyDictionaryCodec<int, int, Int32Codec, Int32Codec>>("810102"));
    }

    [Fact]
    public void An_element_that_comes_twice_in_a_set_counts_once()
    {
        Assert.Equal([1, 2], PayloadBytes.Read<HashSet<int>, HashSetCodec<int, Int32Codec>>("93010201").Order());
        Assert.Equal([1, 2], PayloadBytes.Read<SortedSet<int>, SortedSetCodec<int, Int32Codec>>("93020102"));
    }

    [Fact]
    public void A_key_that_comes_twice_in_a_dictionary_is_refused()
    {
        Assert.Equal("[2]", PayloadBytes.Refused<Dictionary<int, int>, DictionaryCodec<int, int, Int32Codec, Int32Codec>>("83010202020103").Path);
        Assert.Equal(
            "[2]", PayloadBytes.Refused<SortedDictionary<int, int>, SortedDictionaryCodec<int, int, Int32Codec, Int32Codec>>("83010202020103").Path);
    }

    [Fact]
    public void A_stack_is_written_from_its_top_on_and_read_back_in_the_same_order()
    {
        Assert.Equal("920201", PayloadBytes.WriteHex<Stack<int>, StackCodec<int, Int32Codec>>(new([1, 2])));
        int[] fromTop = [2, 1];
        Assert.Equal(fromTop, PayloadBytes.Read<Stack<int>, StackCodec<int, Int32Codec>>("920201"));
        Assert.Equal(fromTop, PayloadBytes.Read<ConcurrentStack<int>, ConcurrentStackCodec<int, Int32Codec>>("920201"));
        Assert.Equal(fromTop, PayloadBytes.Read<ImmutableStack<int>, ImmutableStackCodec<int, Int32Codec>>("920201"));
    }

    [Fact]
    public void An_immutable_array_that_is_the_default_is_nil_and_read_back_as_such()
    {
        Assert.Equal("c0", PayloadBytes.WriteHex<ImmutableArray<int>, ImmutableArrayCodec<int, Int32Codec>>(default));
        Assert.True(PayloadBytes.Read<ImmutableArray<int>, ImmutableArrayCodec<int, Int32Codec>>("c0").IsDefault);
    }

    [Fact]
    public void An_ordered_dictionary_keeps_the_order_in_which_its_entries_came() =>
        Assert.Equal([3, 1, 2], PayloadBytes.Read<OrderedDictionary<int, int>, OrderedDictionaryCodec<int, int, Int32Codec, Int32Codec>>("83030001000200").Keys);

    [Fact]
    public void A_key_that_comes_twice_in_what_is_sorted_is_refused_without_being_told()
    {
        const string Twice = "82a16100a16100";
        const string Error = "'[1]': a key comes twice";
        Assert.Equal(Error, PayloadBytes.Refused<SortedList<string, int>, SortedListCodec<string, int, StringCodec, Int32Codec>>(Twice).Message);
        Assert.Equal(
            Error,
            PayloadBytes.Refused<ImmutableSortedDictionary<string, int>, ImmutableSortedDictionaryCodec<string, int, StringCodec, Int32Codec>>(Twice).Message);
    }

    [Fact]
    public void A_lazy_sequence_is_enumerated_once()
    {
        var runs = 0;
        IEnumerable<int> Sequence()
        {
            runs++;
            for (var i = 0; i < 100; i++)
            {
                yield return i;
            }
        }

        var bytes = PayloadBytes.Write<IEnumerable<int>, IEnumerableCodec<int, Int32Codec>>(Sequence());
        Assert.Equal(1, runs);
        Assert.Equal(Enumerable.Range(0, 100), PayloadBytes.Read<int[], ArrayCodec<int, Int32Codec>>(bytes));
    }

    [Fact]
    public void An_array_of_a_derived_type_is_written() =>
        Assert.Equal("92a161a162", PayloadBytes.WriteHex<object[], ArrayCodec<object, TextOfObjectCodec>>(new string[] { "a", "b" }));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_collection_whose_count_is_wrong_is_not_written(int count)
    {
        var error = PayloadBytes.NotWritten<IReadOnlyCollection<int>, IReadOnlyCollectionCodec<int, Int32Codec>>(new Miscounting(count));
        Assert.EndsWith("the collection changed while it was being written", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_dictionary_whose_count_is_wrong_is_not_written(int count)
    {
        var error = PayloadBytes.NotWritten<IReadOnlyDictionary<int, int>, IReadOnlyDictionaryCodec<int, int, Int32Codec, Int32Codec>>(
            new MiscountingMap(new Miscounting(count)));
        Assert.EndsWith("the collection changed while it was being written", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_enumerator_is_disposed_also_after_an_error()
    {
        var collection = new Miscounting(1);
        PayloadBytes.NotWritten<IReadOnlyCollection<int>, IReadOnlyCollectionCodec<int, Int32Codec>>(collection);
        Assert.True(collection.Disposed);

        var map = new Miscounting(1);
        PayloadBytes.NotWritten<IReadOnlyDictionary<int, int>, IReadOnlyDictionaryCodec<int, int, Int32Codec, RefusingCodec>>(new MiscountingMap(map));
        Assert.True(map.Disposed);
    }

    [Fact]
    public void Nothing_is_allocated_to_write_a_list_a_set_or_a_dictionary()
    {
        var list = Enumerable.Range(0, 100).ToList();
        HashSet<int> set = [.. list];
        var map = list.ToDictionary(x => x, x => "text");
        var output = new System.Buffers.ArrayBufferWriter<byte>(10_000);

        WriteAll();
        var before = GC.GetAllocatedBytesForCurrentThread();
        WriteAll();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void WriteAll()
        {
            output.ResetWrittenCount();
            var writer = new PayloadWriter(output);
            ListCodec<int, Int32Codec>.Write(ref writer, list);
            IReadOnlyListCodec<int, Int32Codec>.Write(ref writer, list);
            HashSetCodec<int, Int32Codec>.Write(ref writer, set);
            IReadOnlySetCodec<int, Int32Codec>.Write(ref writer, set);
            DictionaryCodec<int, string, Int32Codec, StringCodec>.Write(ref writer, map);
            IReadOnlyDictionaryCodec<int, string, Int32Codec, StringCodec>.Write(ref writer, map);
            writer.Flush();
        }
    }

    [Fact]
    public void Nothing_is_allocated_to_read_an_array_but_the_array()
    {
        var bytes = PayloadBytes.Write<long[], ArrayCodec<long, Int64Codec>>(new long[1000]);
        ReadOnce(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadOnce(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 8000, 8024);

        static void ReadOnce(byte[] bytes)
        {
            var reader = new PayloadReader(bytes);
            ArrayCodec<long, Int64Codec>.Read(ref reader);
        }
    }

    private readonly struct TextOfObjectCodec : ISocketCodec<object>
    {
        public static int MinimumSize => 1;

        public static void Write(ref PayloadWriter writer, object value) => StringCodec.Write(ref writer, (string)value);

        public static object Read(ref PayloadReader reader) => StringCodec.Read(ref reader);
    }

    private readonly struct RefusingCodec : ISocketCodec<int>
    {
        public static int MinimumSize => 1;

        public static void Write(ref PayloadWriter writer, int value) => throw new NotSupportedException();

        public static int Read(ref PayloadReader reader) => throw new NotSupportedException();
    }

    private sealed class Miscounting(int count) : IReadOnlyCollection<int>, IEnumerator<int>
    {
        private int _next;

        public int Count => count;

        public bool Disposed { get; private set; }

        public int Current => _next;

        object IEnumerator.Current => Current;

        public IEnumerator<int> GetEnumerator() => this;

        IEnumerator IEnumerable.GetEnumerator() => this;

        public bool MoveNext() => ++_next <= 2;

        public void Reset() => throw new NotSupportedException();

        public void Dispose() => Disposed = true;
    }

    private sealed class MiscountingMap(Miscounting keys) : IReadOnlyDictionary<int, int>
    {
        public IEnumerable<int> Keys => keys;

        public IEnumerable<int> Values => keys;

        public int Count => keys.Count;

        public int this[int key] => key;

        public bool ContainsKey(int key) => true;

        public bool TryGetValue(int key, out int value)
        {
            value = key;
            return true;
        }

        public IEnumerator<KeyValuePair<int, int>> GetEnumerator() => keys.Select(key => KeyValuePair.Create(key, key)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
