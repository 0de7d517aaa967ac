using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>Dictionaries of texts: each codec. Those without an order have one entry.</summary>
internal static class MapVectors
{
    public static Dictionary<string, ByteVector> Rows => new()
    {
        ["dictionary"] = ByteVector.Of<Dictionary<string, int>, DictionaryCodec<string, int, StringCodec, Int32Codec>>(
            new() { ["b"] = 1, ["a"] = 2 }, "82a16201a16102"),
        ["interface of a dictionary"] = ByteVector.Of<IDictionary<string, int>, IDictionaryCodec<string, int, StringCodec, Int32Codec>>(
            new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 }, "82a16201a16102"),
        ["interface of a dictionary that is only read"] = ByteVector.Of<
            IReadOnlyDictionary<string, int>, IReadOnlyDictionaryCodec<string, int, StringCodec, Int32Codec>>(
            new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 }, "82a16201a16102"),
        ["dictionary that is only read"] = ByteVector.Of<ReadOnlyDictionary<string, int>, ReadOnlyDictionaryCodec<string, int, StringCodec, Int32Codec>>(
            new(new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 }), "82a16201a16102"),
        ["ordered dictionary"] = ByteVector.Of<OrderedDictionary<string, int>, OrderedDictionaryCodec<string, int, StringCodec, Int32Codec>>(
            new() { ["b"] = 1, ["a"] = 2 }, "82a16201a16102"),
        ["sorted dictionary"] = ByteVector.Of<SortedDictionary<string, int>, SortedDictionaryCodec<string, int, StringCodec, Int32Codec>>(
            new() { ["b"] = 2, ["a"] = 1 }, "82a16101a16202"),
        ["sorted list"] = ByteVector.Of<SortedList<string, int>, SortedListCodec<string, int, StringCodec, Int32Codec>>(
            new() { ["b"] = 2, ["a"] = 1 }, "82a16101a16202"),
        ["immutable sorted dictionary"] = ByteVector.Of<
            ImmutableSortedDictionary<string, int>, ImmutableSortedDictionaryCodec<string, int, StringCodec, Int32Codec>>(
            new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }.ToImmutableSortedDictionary(), "82a16101a16202"),
        ["concurrent dictionary"] = ByteVector.Of<ConcurrentDictionary<string, int>, ConcurrentDictionaryCodec<string, int, StringCodec, Int32Codec>>(
            new() { ["a"] = 1 }, "81a16101"),
        ["immutable dictionary"] = ByteVector.Of<ImmutableDictionary<string, int>, ImmutableDictionaryCodec<string, int, StringCodec, Int32Codec>>(
            ImmutableDictionary<string, int>.Empty.Add("a", 1), "81a16101"),
        ["interface of an immutable dictionary"] = ByteVector.Of<IImmutableDictionary<string, int>, IImmutableDictionaryCodec<string, int, StringCodec, Int32Codec>>(
            ImmutableDictionary<string, int>.Empty.Add("a", 1), "81a16101"),
        ["frozen dictionary"] = ByteVector.Of<FrozenDictionary<string, int>, FrozenDictionaryCodec<string, int, StringCodec, Int32Codec>>(
            new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary(), "81a16101"),
        ["empty dictionary"] = ByteVector.Of<Dictionary<string, int>, DictionaryCodec<string, int, StringCodec, Int32Codec>>([], "80"),
        ["dictionary of 16 entries"] = ByteVector.Of<OrderedDictionary<string, bool>, OrderedDictionaryCodec<string, bool, StringCodec, BooleanCodec>>(
            new(Enumerable.Range('a', 16).Select(letter => KeyValuePair.Create($"{(char)letter}", true))),
            "de0010" + string.Concat(Enumerable.Range('a', 16).Select(letter => $"a1{letter:x2}c3"))),
        ["dictionary of lists"] = ByteVector.Of<Dictionary<string, List<int>>, DictionaryCodec<string, List<int>, StringCodec, ListCodec<int, Int32Codec>>>(
            new() { ["a"] = [1, 2], [""] = [] }, "82a161920102a090"),
        ["dictionary of numbers that may be none"] = ByteVector.Of<
            Dictionary<string, int?>, DictionaryCodec<string, int?, StringCodec, NullableCodec<int, Int32Codec>>>(
            new() { ["a"] = null, ["b"] = 1 }, "82a161c0a16201"),
    };
}
