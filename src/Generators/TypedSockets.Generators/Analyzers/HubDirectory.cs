using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Analyzers;

/// <summary>Knows the hubs of an assembly by their wire names. They are looked up once, when a hub is analyzed for the first time.</summary>
internal sealed class HubDirectory(Compilation compilation)
{
    private readonly object _gate = new();
    private Dictionary<string, INamedTypeSymbol>? _firstByName;

    /// <summary>Whether there is a hub of a name.</summary>
    internal bool Has(string wireName, CancellationToken cancel) => Hubs(cancel).ContainsKey(wireName);

    /// <summary>The hub that has the same wire name and comes first, in ordinal order of full names; null if it is this one.</summary>
    internal INamedTypeSymbol? FirstOfName(INamedTypeSymbol hub, CancellationToken cancel)
    {
        var name = KnownTypes.For(compilation).WireName(hub);
        return Hubs(cancel).TryGetValue(name, out var first) && !SymbolEqualityComparer.Default.Equals(first, hub) ? first : null;
    }

    private Dictionary<string, INamedTypeSymbol> Hubs(CancellationToken cancel)
    {
        lock (_gate)
        {
            return _firstByName ??= Collect(cancel);
        }
    }

    private Dictionary<string, INamedTypeSymbol> Collect(CancellationToken cancel)
    {
        var known = KnownTypes.For(compilation);
        var firstByName = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        var open = new Stack<INamespaceOrTypeSymbol>();
        open.Push(compilation.Assembly.GlobalNamespace);
        while (open.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var member in open.Pop().GetMembers())
            {
                if (member is INamespaceOrTypeSymbol container)
                {
                    open.Push(container);
                }

                if (member is INamedTypeSymbol { TypeKind: TypeKind.Interface } type && known.ClientOf(type) is not null)
                {
                    Add(firstByName, known.WireName(type), type);
                }
            }
        }

        return firstByName;
    }

    private static void Add(Dictionary<string, INamedTypeSymbol> firstByName, string name, INamedTypeSymbol hub)
    {
        if (!firstByName.TryGetValue(name, out var first) || string.CompareOrdinal(hub.ToDisplayString(), first.ToDisplayString()) < 0)
        {
            firstByName[name] = hub;
        }
    }
}
