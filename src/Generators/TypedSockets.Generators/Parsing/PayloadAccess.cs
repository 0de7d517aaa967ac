using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Decides whether code in a namespace of its own, as generated code is, may name a type.</summary>
internal static class PayloadAccess
{
    /// <summary>Whether the type, and everything that it consists of, is at least as accessible as required.</summary>
    /// <param name="type">The type.</param>
    /// <param name="required">Public or internal; anything less counts as internal.</param>
    internal static bool Suffices(ITypeSymbol type, Accessibility required) => type switch
    {
        IArrayTypeSymbol array => Suffices(array.ElementType, required),
        INamedTypeSymbol named => NameSuffices(named, required) && ArgumentsSuffice(named, required),
        _ => true,
    };

    private static bool NameSuffices(INamedTypeSymbol type, Accessibility required)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            return true;
        }

        for (var level = type; level is not null; level = level.ContainingType)
        {
            if (level.IsFileLocal || level.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                return false;
            }

            if (required == Accessibility.Public && level.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }

    private static bool ArgumentsSuffice(INamedTypeSymbol type, Accessibility required)
    {
        foreach (var argument in type.TypeArguments)
        {
            if (!Suffices(argument, required))
            {
                return false;
            }
        }

        return type.ContainingType is not { } container || ArgumentsSuffice(container, required);
    }
}
