using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Emission;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Names what is generated for an interface. The names follow from the interface alone, so that hubs agree without talking.</summary>
internal static class InterfaceNaming
{
    private const string Root = "TypedSockets.Generated";

    // File systems take 255 bytes for a name, and the name appears once more in the name of what is written while building.
    private const int MaxHintLength = 120;

    internal static InterfaceNames Of(INamedTypeSymbol type)
    {
        var space = Namespace(type);
        var unique = Nested(type, Distinct(type.Name));
        return new InterfaceNames(
            type.Name,
            type.GetDocumentationCommentId() ?? "",
            space.Length == 0 ? Root : $"{Root}.{space}",
            Nested(type, Distinct(WithoutI(type))),
            space.Length == 0 ? unique : $"{Distinct(space).Replace("@", "").Replace('.', '_')}_{unique}",
            Hint(type, space));
    }

    /// <summary>The interface's own namespace as C#; empty for the global one.</summary>
    internal static string Namespace(INamedTypeSymbol type)
    {
        var names = new List<string>();
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            names.Insert(0, CSharpName.Escape(space.Name));
        }

        return string.Join(".", names);
    }

    /// <summary>The simple name, without the <c>I</c> that interfaces begin with.</summary>
    internal static string WithoutI(INamedTypeSymbol type)
    {
        var name = type.Name;
        if (name.Length < 2 || name[0] != 'I' || !char.IsUpper(name[1]))
        {
            return name;
        }

        // Where IChat and Chat are interfaces both, they keep their names.
        var bare = name.Substring(1);
        foreach (var sibling in type.ContainingType is { } container ? container.GetTypeMembers(bare) : type.ContainingNamespace.GetTypeMembers(bare))
        {
            if (sibling.TypeKind == TypeKind.Interface)
            {
                return name;
            }
        }

        return bare;
    }

    private static string Nested(INamedTypeSymbol type, string name)
    {
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            name = $"{Distinct(container.Name)}_{name}";
        }

        return name;
    }

    // Names are joined with an underscore, so their own ones are doubled.
    private static string Distinct(string name) => name.Replace("_", "__");

    private static string Hint(INamedTypeSymbol type, string space)
    {
        var hint = type.Name;
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            hint = $"{container.Name}_{hint}";
        }

        hint = space.Length == 0 ? hint : $"{space.Replace("@", "")}.{hint}";
        return hint.Length <= MaxHintLength ? hint : $"{hint.Substring(0, MaxHintLength)}_{StableHash.Of(hint)}";
    }
}
