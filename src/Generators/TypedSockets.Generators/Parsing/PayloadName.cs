using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Names the codec of a payload type.</summary>
internal static class PayloadName
{
    private const string Root = "TypedSockets.Generated";

    // File systems take 255 bytes for a name; the name appears once more in the name of what is written while building.
    private const int MaxHintLength = 120;

    internal static CodecName Of(INamedTypeSymbol type, Compilation compilation)
    {
        var isExact = true;
        var text = Text(type, type.ContainingNamespace, ref isExact);
        var isSimple = type.ContainingType is null && type.Arity == 0;
        if (!isSimple && (!isExact || IsTaken(type, text, compilation)))
        {
            text = $"{text}_{StableHash.Of(TypeText.NotNull(type))}";
        }

        var space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        return new CodecName(
            space.Length == 0 ? Root : $"{Root}.{EscapeNamespace(space)}",
            CSharpName.Escape(text + "Codec"),
            Shorten($"{(space.Length == 0 ? "" : space + ".")}{text}", TypeText.NotNull(type)));
    }

    // Exact means that no other type can get the same text, so that no hash has to be added.
    private static string Text(INamedTypeSymbol type, INamespaceSymbol home, ref bool isExact)
    {
        var text = type.Name;
        isExact &= type.Name.IndexOf('_') < 0 && type.Name.IndexOf("Of", StringComparison.Ordinal) < 0;
        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            text += (i == 0 ? "Of" : "_") + Argument(type.TypeArguments[i], home, ref isExact);
        }

        if (type.ContainingType is not { } container)
        {
            return text;
        }

        isExact &= container.Arity == 0;
        return $"{Text(container, home, ref isExact)}_{text}";
    }

    private static string Argument(ITypeSymbol type, INamespaceSymbol home, ref bool isExact)
    {
        var isPlain = type is INamedTypeSymbol { ContainingType: null, Arity: 0 } and not { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };
        if (isPlain && type.SpecialType != SpecialType.None)
        {
            isExact &= home.GetTypeMembers(type.Name).IsEmpty;
            return type.Name;
        }

        isExact &= isPlain && SymbolEqualityComparer.Default.Equals(type.ContainingNamespace, home);
        return type switch
        {
            INamedTypeSymbol named => Text(named, home, ref isExact),
            IArrayTypeSymbol array => Argument(array.ElementType, home, ref isExact) + "Array",
            _ => type.Name,
        };
    }

    private static bool IsTaken(INamedTypeSymbol type, string text, Compilation compilation)
    {
        var space = type.ContainingNamespace;
        var name = space.IsGlobalNamespace ? text : $"{space.ToDisplayString()}.{text}";
        return !compilation.GetTypesByMetadataName(name).IsEmpty;
    }

    private static string EscapeNamespace(string space)
    {
        var parts = space.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = CSharpName.Escape(parts[i].TrimStart('@'));
        }

        return string.Join(".", parts);
    }

    private static string Shorten(string hint, string type)
    {
        var plain = hint.Replace("@", "");
        return plain.Length <= MaxHintLength ? plain + ".Codec" : $"{plain[..MaxHintLength]}_{StableHash.Of(type)}.Codec";
    }
}
