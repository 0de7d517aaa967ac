using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>The generic framework types that hold other values. A further container is one row here, and one codec in the runtime.</summary>
internal static class ContainerTable
{
    /// <summary>The most elements that a tuple may have.</summary>
    internal const int MaxTupleElements = 7;

    private const string Generic = "System.Collections.Generic.";
    private const string ObjectModel = "System.Collections.ObjectModel.";
    private const string Concurrent = "System.Collections.Concurrent.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string Frozen = "System.Collections.Frozen.";

    private static readonly Dictionary<string, Row> Rows = new(StringComparer.Ordinal)
    {
        [Generic + "List`1"] = new("ListCodec", "list"),
        [Generic + "IEnumerable`1"] = new("IEnumerableCodec", "list"),
        [Generic + "ICollection`1"] = new("ICollectionCodec", "list"),
        [Generic + "IList`1"] = new("IListCodec", "list"),
        [Generic + "IReadOnlyCollection`1"] = new("IReadOnlyCollectionCodec", "list"),
        [Generic + "IReadOnlyList`1"] = new("IReadOnlyListCodec", "list"),
        [Generic + "LinkedList`1"] = new("LinkedListCodec", "list"),
        [Generic + "Queue`1"] = new("QueueCodec", "list"),
        [Generic + "Stack`1"] = new("StackCodec", "list"),
        [ObjectModel + "Collection`1"] = new("CollectionCodec", "list"),
        [ObjectModel + "ObservableCollection`1"] = new("ObservableCollectionCodec", "list"),
        [ObjectModel + "ReadOnlyCollection`1"] = new("ReadOnlyCollectionCodec", "list"),
        [ObjectModel + "ReadOnlyObservableCollection`1"] = new("ReadOnlyObservableCollectionCodec", "list"),
        [Concurrent + "ConcurrentBag`1"] = new("ConcurrentBagCodec", "list"),
        [Concurrent + "ConcurrentQueue`1"] = new("ConcurrentQueueCodec", "list"),
        [Concurrent + "ConcurrentStack`1"] = new("ConcurrentStackCodec", "list"),
        [Immutable + "ImmutableArray`1"] = new("ImmutableArrayCodec", "list"),
        [Immutable + "ImmutableList`1"] = new("ImmutableListCodec", "list"),
        [Immutable + "IImmutableList`1"] = new("IImmutableListCodec", "list"),
        [Immutable + "ImmutableQueue`1"] = new("ImmutableQueueCodec", "list"),
        [Immutable + "IImmutableQueue`1"] = new("IImmutableQueueCodec", "list"),
        [Immutable + "ImmutableStack`1"] = new("ImmutableStackCodec", "list"),
        [Immutable + "IImmutableStack`1"] = new("IImmutableStackCodec", "list"),
        [Generic + "HashSet`1"] = new("HashSetCodec", "set", IsKeyed: true),
        [Generic + "SortedSet`1"] = new("SortedSetCodec", "set", IsKeyed: true),
        [Generic + "ISet`1"] = new("ISetCodec", "set", IsKeyed: true),
        [Generic + "IReadOnlySet`1"] = new("IReadOnlySetCodec", "set", IsKeyed: true),
        [ObjectModel + "ReadOnlySet`1"] = new("ReadOnlySetCodec", "set", IsKeyed: true),
        [Immutable + "ImmutableHashSet`1"] = new("ImmutableHashSetCodec", "set", IsKeyed: true),
        [Immutable + "ImmutableSortedSet`1"] = new("ImmutableSortedSetCodec", "set", IsKeyed: true),
        [Immutable + "IImmutableSet`1"] = new("IImmutableSetCodec", "set", IsKeyed: true),
        [Frozen + "FrozenSet`1"] = new("FrozenSetCodec", "set", IsKeyed: true),
        [Generic + "Dictionary`2"] = new("DictionaryCodec", "map", IsKeyed: true),
        [Generic + "IDictionary`2"] = new("IDictionaryCodec", "map", IsKeyed: true),
        [Generic + "IReadOnlyDictionary`2"] = new("IReadOnlyDictionaryCodec", "map", IsKeyed: true),
        [Generic + "SortedDictionary`2"] = new("SortedDictionaryCodec", "map", IsKeyed: true),
        [Generic + "SortedList`2"] = new("SortedListCodec", "map", IsKeyed: true),
        [Generic + "OrderedDictionary`2"] = new("OrderedDictionaryCodec", "map", IsKeyed: true),
        [ObjectModel + "ReadOnlyDictionary`2"] = new("ReadOnlyDictionaryCodec", "map", IsKeyed: true),
        [Concurrent + "ConcurrentDictionary`2"] = new("ConcurrentDictionaryCodec", "map", IsKeyed: true),
        [Immutable + "ImmutableDictionary`2"] = new("ImmutableDictionaryCodec", "map", IsKeyed: true),
        [Immutable + "ImmutableSortedDictionary`2"] = new("ImmutableSortedDictionaryCodec", "map", IsKeyed: true),
        [Immutable + "IImmutableDictionary`2"] = new("IImmutableDictionaryCodec", "map", IsKeyed: true),
        [Frozen + "FrozenDictionary`2"] = new("FrozenDictionaryCodec", "map", IsKeyed: true),
        [Generic + "KeyValuePair`2"] = new("KeyValuePairCodec", "tuple"),
    };

    static ContainerTable()
    {
        for (var i = 1; i <= MaxTupleElements; i++)
        {
            Rows.Add($"System.ValueTuple`{i}", new($"ValueTuple{i}Codec", "tuple"));
            Rows.Add($"System.Tuple`{i}", new($"Tuple{i}Codec", "tuple"));
        }
    }

    /// <summary>Looks a type up.</summary>
    internal static bool TryFind(INamedTypeSymbol type, out Row row) => Rows.TryGetValue(TypeText.MetadataName(type), out row);

    /// <summary>Whether it is the key's type parameter of one of the dictionaries here; some of their declarations do not say that it must not be null.</summary>
    internal static bool IsMapKey(ITypeParameterSymbol parameter) =>
        parameter is { Ordinal: 0, ContainingType: { Arity: 2 } type } && TryFind(type, out var row) && row.IsKeyed;

    /// <param name="Codec">The codec's name in the runtime.</param>
    /// <param name="WireType">The name in manifests, which the elements' follow in parentheses.</param>
    /// <param name="IsKeyed">Whether the first type argument must be usable as key.</param>
    internal readonly record struct Row(string Codec, string WireType, bool IsKeyed = false);
}
