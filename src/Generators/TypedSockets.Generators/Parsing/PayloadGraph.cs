using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// The payload types of one compilation. All hubs of a compilation share it, because a parsed type serves them all and parsing costs on every edit.
/// </summary>
internal sealed class PayloadGraph
{
    private static readonly ConditionalWeakTable<Compilation, PayloadGraph> Graphs = new();

    private readonly Dictionary<ITypeSymbol, ParsedValue> _values = new(SymbolEqualityComparer.IncludeNullability);
    private readonly object _gate = new();
    private readonly PayloadTypeNormalizer _signatures;
    private readonly Dictionary<string, PayloadNode> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<ISymbol> _endless = new(SymbolEqualityComparer.Default);

    private PayloadGraph(Compilation compilation)
    {
        Compilation = compilation;
        Normalizer = new PayloadTypeNormalizer(compilation, keepTupleNames: false);
        _signatures = new PayloadTypeNormalizer(compilation, keepTupleNames: true);
        Values = new PayloadValues(this);
    }

    internal Compilation Compilation { get; }

    internal PayloadTypeNormalizer Normalizer { get; }

    internal PayloadValues Values { get; }

    internal static PayloadGraph For(Compilation compilation) => Graphs.GetValue(compilation, static key => new PayloadGraph(key));

    /// <summary>Parses a type as it stands in a contract, or finds it. Thread-safe: analyzers look at several hubs at a time.</summary>
    /// <param name="type">The type.</param>
    /// <param name="codec">The attribute that names its codec there; null if there is none.</param>
    internal ParsedValue Parse(ITypeSymbol type, AttributeData? codec)
    {
        lock (_gate)
        {
            if (codec is not null)
            {
                return ParseNew(type, codec);
            }

            if (!_values.TryGetValue(type, out var parsed))
            {
                parsed = ParseNew(type, codec);
                _values.Add(type, parsed);
            }

            return parsed;
        }
    }

    private ParsedValue ParseNew(ITypeSymbol type, AttributeData? codec)
    {
        var findings = new PayloadFindings();
        var normal = Normalizer.Normalize(type);
        var value = codec is null ? Values.Parse(normal, "", findings) : Values.ParseCustom(codec, normal, "", findings);

        // A method's implementation must have the names of tuple elements as the contract has them.
        return new ParsedValue(value is null ? null : value with { Type = TypeText.Of(_signatures.Normalize(type)) }, findings);
    }

    /// <summary>Parses a user's type, or finds it.</summary>
    /// <param name="type">The type, normalized.</param>
    internal PayloadNode Node(INamedTypeSymbol type)
    {
        var key = TypeText.NotNull(type);
        if (_nodes.TryGetValue(key, out var known))
        {
            return known;
        }

        var name = PayloadName.Of(type, Compilation);
        var node = new PayloadNode { Codec = name.Full, Findings = new PayloadFindings { Type = type } };
        // Before its members: a type may contain itself.
        _nodes.Add(key, node);
        if (IsEndless(type))
        {
            node.Findings.Report(PayloadRules.NestedTooDeep, "", type.ToDisplayString(), GenericDepth.Max);
        }
        else
        {
            node.Model = type.TypeKind == TypeKind.Interface || type.IsAbstract
                ? new UnionParser(this, type, node.Findings).Parse(name)
                : new ObjectParser(this, type, node.Findings).Parse(name);
        }

        return node;
    }

    // A generic type that contains itself with ever longer arguments would never end; one that branches would not end in time either.
    private bool IsEndless(INamedTypeSymbol type)
    {
        if (GenericDepth.Of(type) > GenericDepth.Max)
        {
            _endless.Add(type.OriginalDefinition);
        }

        return _endless.Contains(type.OriginalDefinition);
    }
}
