using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Lists the members that make up one side of a contract: the interface's own and all inherited ones, each once.</summary>
internal static class InterfaceMembers
{
    internal static IEnumerable<ISymbol> Of(INamedTypeSymbol type)
    {
        foreach (var member in Own(type))
        {
            yield return member;
        }

        foreach (var inherited in type.AllInterfaces)
        {
            // What a hub gets from the generator is not part of its contract: a hub that is inherited from another assembly carries it already.
            if (inherited is { Name: "IHubContract", ContainingNamespace: { Name: "Hubs", ContainingNamespace.Name: "TypedSockets" } })
            {
                continue;
            }

            foreach (var member in Own(inherited))
            {
                yield return member;
            }
        }
    }

    /// <summary>Whether the language refuses the interface as a type argument. It has been reported then, as every static member is.</summary>
    internal static bool AnyStaticAbstract(INamedTypeSymbol type)
    {
        foreach (var member in Of(type))
        {
            if (member is { IsStatic: true, IsAbstract: true })
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<ISymbol> Own(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            var isPartOfAnother = member is IMethodSymbol { AssociatedSymbol: not null };
            var isFromGenerator = member is IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 };
            var isHarmless = member is INamedTypeSymbol or IFieldSymbol { IsConst: true };
            if (!isPartOfAnother && !isFromGenerator && !isHarmless && !member.IsImplicitlyDeclared)
            {
                yield return member;
            }
        }
    }
}
