using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>Sets: an array on the wire. What is read is compared without regard to order.</summary>
internal static class SetVectors
{
    public static Dictionary<string, ByteVector> Rows => new()
    {
        ["set"] = Of<HashSet<int>, HashSetCodec<int, Int32Codec>>([3, 1], "920301"),
        ["interface of a set"] = Of<ISet<int>, ISetCodec<int, Int32Codec>>(new HashSet<int> { 3, 1 }, "920301"),
        ["interface of a set that is only read"] = Of<IReadOnlySet<int>, IReadOnlySetCodec<int, Int32Codec>>(new HashSet<int> { 3, 1 }, "920301"),
        ["set that is only read"] = Of<ReadOnlySet<int>, ReadOnlySetCodec<int, Int32Codec>>(new(new HashSet<int> { 3, 1 }), "920301"),
        ["sorted set"] = Of<SortedSet<int>, SortedSetCodec<int, Int32Codec>>([3, 1], "920103"),
        ["immutable set"] = Of<ImmutableHashSet<int>, ImmutableHashSetCodec<int, Int32Codec>>([3, 1], "920103"),
        ["immutable sorted set"] = Of<ImmutableSortedSet<int>, ImmutableSortedSetCodec<int, Int32Codec>>([3, 1], "920103"),
        ["interface of an immutable set"] = Of<IImmutableSet<int>, IImmutableSetCodec<int, Int32Codec>>(ImmutableSortedSet.Create(3, 1), "920103"),
        ["frozen set"] = Of<FrozenSet<int>, FrozenSetCodec<int, Int32Codec>>(FrozenSet.Create([3]), "9103"),
        ["empty set"] = Of<HashSet<int>, HashSetCodec<int, Int32Codec>>([], "90"),
        ["set of texts"] = ByteVector.Of<HashSet<string>, HashSetCodec<string, StringCodec>>(["a", ""], "92a161a0"),
    };

    private static ByteVector Of<T, TCodec>(T value, string hex)
        where T : IEnumerable<int>
        where TCodec : struct, ISocketCodec<T> => ByteVector.Seen<T, TCodec>(value, hex, x => x.Order().ToArray());
}
