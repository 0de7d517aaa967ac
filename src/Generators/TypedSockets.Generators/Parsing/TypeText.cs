using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Spells types, as they are written in generated code and as they are named in manifests and messages.</summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat CSharp = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Name = CSharp
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The type in C#, fully qualified, nullable annotations included.</summary>
    internal static string Of(ITypeSymbol type) => type.ToDisplayString(CSharp);

    /// <summary>The type in C#, fully qualified, without an annotation of its own.</summary>
    internal static string NotNull(ITypeSymbol type) => Of(WithoutAnnotation(type));

    /// <summary>The type's full name, without an annotation of its own.</summary>
    internal static string FullName(ITypeSymbol type) => WithoutAnnotation(type).ToDisplayString(Name);

    /// <summary>The namespace and name in metadata, for look-ups: <c>System.Collections.Generic.List`1</c>.</summary>
    internal static string MetadataName(INamedTypeSymbol type)
    {
        var name = type.MetadataName;
        if (type.ContainingType is not null)
        {
            return name;
        }

        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            name = $"{space.Name}.{name}";
        }

        return name;
    }

    private static ITypeSymbol WithoutAnnotation(ITypeSymbol type) =>
        type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type;
}
