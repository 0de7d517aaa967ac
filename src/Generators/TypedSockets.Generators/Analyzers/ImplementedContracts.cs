using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Analyzers;

/// <summary>Tells which of the interfaces that a type implements are contracts.</summary>
internal static class ImplementedContracts
{
    /// <summary>The hubs, without those that another of them inherits: the class serves the derived one.</summary>
    internal static IEnumerable<INamedTypeSymbol> Hubs(INamedTypeSymbol type, KnownTypes known)
    {
        foreach (var hub in type.AllInterfaces)
        {
            if (known.ClientOf(hub) is not null && !IsInherited(hub, type, known))
            {
                yield return hub;
            }
        }
    }

    /// <summary>The members of both sides' contracts, inherited ones included.</summary>
    internal static IEnumerable<IMethodSymbol> Members(INamedTypeSymbol type, Compilation compilation)
    {
        var contracts = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var candidate in type.AllInterfaces)
        {
            if (IsContract(candidate, compilation))
            {
                contracts.Add(candidate);
                contracts.UnionWith(candidate.AllInterfaces);
            }
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (!contracts.Contains(contract))
            {
                continue;
            }

            foreach (var member in contract.GetMembers())
            {
                if (member is IMethodSymbol method)
                {
                    yield return method;
                }
            }
        }
    }

    /// <summary>Whether an interface is a hub or a client interface.</summary>
    internal static bool IsContract(INamedTypeSymbol candidate, Compilation compilation) =>
        KnownTypes.For(compilation).ClientOf(candidate) is not null || IsClient(candidate, compilation);

    private static bool IsInherited(INamedTypeSymbol hub, INamedTypeSymbol type, KnownTypes known)
    {
        foreach (var other in type.AllInterfaces)
        {
            if (known.ClientOf(other) is not null && other.AllInterfaces.Contains(hub, SymbolEqualityComparer.Default))
            {
                return true;
            }
        }

        return false;
    }

    // Nothing on a client interface says that it is one; what was generated for it does, wherever its hub stands.
    private static bool IsClient(INamedTypeSymbol candidate, Compilation compilation)
    {
        if (candidate.IsGenericType)
        {
            return false;
        }

        var names = InterfaceNaming.Of(candidate);
        return !compilation.GetTypesByMetadataName($"{names.Namespace.Replace("@", "")}.{names.Events}").IsEmpty;
    }
}
