using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Measures how deep types are nested as arguments of generic types and as elements of arrays.</summary>
internal static class GenericDepth
{
    /// <summary>The deepest that a payload may be; code for deeper ones takes the compiler too long.</summary>
    internal const int Max = 16;

    /// <summary>The depth: 0 for a type without arguments.</summary>
    internal static int Of(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return 1 + Of(array.ElementType);
        }

        if (type is not INamedTypeSymbol named)
        {
            return 0;
        }

        var depth = named.ContainingType is { } container ? Of(container) : 0;
        foreach (var argument in named.TypeArguments)
        {
            depth = Math.Max(depth, 1 + Of(argument));
        }

        return depth;
    }
}
