using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>The generic framework types that hold other values. A further container is one row here, and one codec in the runtime.</summary>
internal static class ContainerTable
{
    /// <summary>The most elements that a tuple may have.</summary>
    internal const int MaxTupleElements = 7;

    private const string Generic = "System.Collections.Generic.";

    private static readonly Dictionary<string, Row> Rows = new(StringComparer.Ordinal)
    {
        [Generic + "List`1"] = new("ListCodec", "list"),
        [Generic + "IEnumerable`1"] = new("EnumerableCodec", "list"),
        [Generic + "ICollection`1"] = new("CollectionCodec", "list"),
        [Generic + "IList`1"] = new("IListCodec", "list"),
        [Generic + "IReadOnlyCollection`1"] = new("ReadOnlyCollectionCodec", "list"),
        [Generic + "IReadOnlyList`1"] = new("ReadOnlyListCodec", "list"),
        [Generic + "HashSet`1"] = new("HashSetCodec", "set", IsKeyed: true),
        [Generic + "SortedSet`1"] = new("SortedSetCodec", "set", IsKeyed: true),
        [Generic + "ISet`1"] = new("SetCodec", "set", IsKeyed: true),
        [Generic + "IReadOnlySet`1"] = new("ReadOnlySetCodec", "set", IsKeyed: true),
        [Generic + "Dictionary`2"] = new("DictionaryCodec", "map", IsKeyed: true),
        [Generic + "IDictionary`2"] = new("IDictionaryCodec", "map", IsKeyed: true),
        [Generic + "IReadOnlyDictionary`2"] = new("ReadOnlyDictionaryCodec", "map", IsKeyed: true),
        [Generic + "SortedDictionary`2"] = new("SortedDictionaryCodec", "map", IsKeyed: true),
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
