using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedSockets.Generators.Parsing;

/// <summary>Finds the primary constructor of a record, in source and in metadata.</summary>
internal static class PrimaryConstructor
{
    /// <summary>The constructor; null for a type that is no positional record.</summary>
    internal static IMethodSymbol? Find(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (IsPrimary(constructor, type))
            {
                return constructor;
            }
        }

        return null;
    }

    private static bool IsPrimary(IMethodSymbol constructor, INamedTypeSymbol type)
    {
        if (constructor.Parameters.IsEmpty)
        {
            return false;
        }

        if (type.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty)
        {
            return HasDeconstruct(constructor, type);
        }

        foreach (var reference in constructor.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is RecordDeclarationSyntax)
            {
                return true;
            }
        }

        return false;
    }

    // Metadata does not mark primary constructors, but the compiler writes a Deconstruct of the same parameters for each.
    private static bool HasDeconstruct(IMethodSymbol constructor, INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers("Deconstruct"))
        {
            if (member is IMethodSymbol { IsStatic: false } method && (type.IsRecord || IsGenerated(method)) && HaveSameNames(method, constructor))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HaveSameNames(IMethodSymbol method, IMethodSymbol constructor)
    {
        if (method.Parameters.Length != constructor.Parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < method.Parameters.Length; i++)
        {
            if (method.Parameters[i].RefKind != RefKind.Out
                || method.Parameters[i].Name != constructor.Parameters[i].Name
                || !SymbolEqualityComparer.Default.Equals(method.Parameters[i].Type, constructor.Parameters[i].Type))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsGenerated(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "CompilerGeneratedAttribute")
            {
                return true;
            }
        }

        return false;
    }
}
