using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>Arrays and lists: each codec, each length of a header, and elements of several kinds.</summary>
internal static class ListVectors
{
    public static Dictionary<string, ByteVector> Rows => new()
    {
        ["no elements"] = ByteVector.Of<int[], ArrayCodec<int, Int32Codec>>([], "90"),
        ["15 elements"] = ByteVector.Of<int[], ArrayCodec<int, Int32Codec>>(new int[15], "9f" + Hex.Repeat("00", 15)),
        ["16 elements"] = ByteVector.Of<int[], ArrayCodec<int, Int32Codec>>(new int[16], "dc0010" + Hex.Repeat("00", 16)),
        ["65,536 elements"] = ByteVector.Of<int[], ArrayCodec<int, Int32Codec>>(new int[65_536], "dd00010000" + Hex.Repeat("00", 65_536)),
        ["array of numbers of every form"] = ByteVector.Of<long[], ArrayCodec<long, Int64Codec>>(
            [-1L << 32, -65_536, -256, -33, -1, 1, 128, 256, 65_536, 1L << 32],
            "9ad3ffffffff00000000d2ffff0000d1ff00d0dfff01cc80cd0100ce00010000cf0000000100000000"),
        ["array of sbyte"] = ByteVector.Of<sbyte[], ArrayCodec<sbyte, SByteCodec>>([1, -1], "9201ff"),
        ["array of char"] = ByteVector.Of<char[], ArrayCodec<char, CharCodec>>(['a', 'b'], "926162"),
        ["array of texts"] = ByteVector.Of<string[], ArrayCodec<string, StringCodec>>(["", "a"], "92a0a161"),
        ["array of arrays"] = ByteVector.Of<int[][], ArrayCodec<int[], ArrayCodec<int, Int32Codec>>>([[1], [], [2, 3]], "93910190920203"),
        ["array of instants"] = ByteVector.Of<DateTime[], ArrayCodec<DateTime, DateTimeCodec>>([DateTime.UnixEpoch], "91d6ff00000000"),
        ["array of bytes' arrays"] = ByteVector.Of<byte[][], ArrayCodec<byte[], ByteArrayCodec>>([[1], []], "92c40101c400"),
        ["list of bytes"] = ByteVector.Of<List<byte>, ListCodec<byte, ByteCodec>>([1, 2], "920102"),
        ["list of large bytes"] = ByteVector.Of<List<byte>, ListCodec<byte, ByteCodec>>([1, 200], "9201ccc8"),
        ["interface of a list of bytes"] = ByteVector.Of<IList<byte>, IListCodec<byte, ByteCodec>>([1, 2], "920102"),
        ["sequence of bytes"] = ByteVector.Of<IEnumerable<byte>, IEnumerableCodec<byte, ByteCodec>>([1, 2], "920102"),
        ["list of texts that may be none"] = ByteVector.Of<List<string?>, ListCodec<string?, OptionalCodec<string, StringCodec>>>(["a", null], "92a161c0"),
        ["list of numbers that may be none"] = ByteVector.Of<List<int?>, ListCodec<int?, NullableCodec<int, Int32Codec>>>([null, 1], "92c001"),
        ["list that may be none"] = ByteVector.Of<List<int>?, OptionalCodec<List<int>, ListCodec<int, Int32Codec>>>(null, "c0"),
        ["nullable without a value"] = ByteVector.Of<int?, NullableCodec<int, Int32Codec>>(null, "c0"),
        ["nullable with a value"] = ByteVector.Of<int?, NullableCodec<int, Int32Codec>>(5, "05"),
        ["list"] = ByteVector.Of<List<int>, ListCodec<int, Int32Codec>>([1, 2], "920102"),
        ["sequence"] = ByteVector.Of<IEnumerable<int>, IEnumerableCodec<int, Int32Codec>>([1, 2], "920102"),
        ["interface of a collection"] = ByteVector.Of<ICollection<int>, ICollectionCodec<int, Int32Codec>>([1, 2], "920102"),
        ["interface of a list"] = ByteVector.Of<IList<int>, IListCodec<int, Int32Codec>>([1, 2], "920102"),
        ["interface of a collection that is only read"] = ByteVector.Of<IReadOnlyCollection<int>, IReadOnlyCollectionCodec<int, Int32Codec>>([1, 2], "920102"),
        ["interface of a list that is only read"] = ByteVector.Of<IReadOnlyList<int>, IReadOnlyListCodec<int, Int32Codec>>([1, 2], "920102"),
        ["linked list"] = ByteVector.Of<LinkedList<int>, LinkedListCodec<int, Int32Codec>>(new([1, 2]), "920102"),
        ["queue"] = ByteVector.Of<Queue<int>, QueueCodec<int, Int32Codec>>(new([1, 2]), "920102"),
        ["stack, from its top on"] = ByteVector.Of<Stack<int>, StackCodec<int, Int32Codec>>(new([2, 1]), "920102"),
        ["collection"] = ByteVector.Of<Collection<int>, CollectionCodec<int, Int32Codec>>([1, 2], "920102"),
        ["observable collection"] = ByteVector.Of<ObservableCollection<int>, ObservableCollectionCodec<int, Int32Codec>>([1, 2], "920102"),
        ["collection that is only read"] = ByteVector.Of<ReadOnlyCollection<int>, ReadOnlyCollectionCodec<int, Int32Codec>>(new([1, 2]), "920102"),
        ["observable collection that is only read"] = ByteVector.Of<ReadOnlyObservableCollection<int>, ReadOnlyObservableCollectionCodec<int, Int32Codec>>(
            new([1, 2]), "920102"),
        ["concurrent queue"] = ByteVector.Of<ConcurrentQueue<int>, ConcurrentQueueCodec<int, Int32Codec>>(new([1, 2]), "920102"),
        ["concurrent stack, from its top on"] = ByteVector.Of<ConcurrentStack<int>, ConcurrentStackCodec<int, Int32Codec>>(new([2, 1]), "920102"),
        ["immutable list"] = ByteVector.Of<ImmutableList<int>, ImmutableListCodec<int, Int32Codec>>([1, 2], "920102"),
        ["interface of an immutable list"] = ByteVector.Of<IImmutableList<int>, IImmutableListCodec<int, Int32Codec>>(ImmutableList.Create(1, 2), "920102"),
        ["immutable queue"] = ByteVector.Of<ImmutableQueue<int>, ImmutableQueueCodec<int, Int32Codec>>([1, 2], "920102"),
        ["interface of an immutable queue"] = ByteVector.Of<IImmutableQueue<int>, IImmutableQueueCodec<int, Int32Codec>>(ImmutableQueue.Create(1, 2), "920102"),
        ["immutable stack, from its top on"] = ByteVector.Of<ImmutableStack<int>, ImmutableStackCodec<int, Int32Codec>>(ImmutableStack.Create(2, 1), "920102"),
        ["interface of an immutable stack, from its top on"] = ByteVector.Of<IImmutableStack<int>, IImmutableStackCodec<int, Int32Codec>>(
            ImmutableStack.Create(2, 1), "920102"),
        ["concurrent bag"] = ByteVector.Seen<ConcurrentBag<int>, ConcurrentBagCodec<int, Int32Codec>>([1], "9101", x => x.Order().ToArray()),
        ["immutable array"] = ByteVector.Seen<ImmutableArray<int>, ImmutableArrayCodec<int, Int32Codec>>([1, 2], "920102", x => x.AsEnumerable()),
        ["default immutable array"] = ByteVector.Seen<ImmutableArray<int>, ImmutableArrayCodec<int, Int32Codec>>(default, "c0", x => x.IsDefault),
    };
}
