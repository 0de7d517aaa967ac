using System.Text;
using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>The names of what is generated for an interface.</summary>
internal static class InterfaceName
{
    /// <summary>What generated types begin with: <c>ChatHub</c> for <c>IChatHub</c>, <c>Outer_ChatHub</c> for a nested one.</summary>
    internal static string Prefix(INamedTypeSymbol type)
    {
        var name = type.Name;
        if (name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]))
        {
            name = name.Substring(1);
        }

        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            name = $"{container.Name}_{name}";
        }

        return name;
    }

    /// <summary>The namespace of generated types.</summary>
    internal static string Namespace(INamedTypeSymbol type) => User(type) is { Length: > 0 } user ? $"TypedSockets.Generated.{user}" : "TypedSockets.Generated";

    /// <summary>The interface's own namespace; empty for the global one.</summary>
    internal static string User(INamedTypeSymbol type) => type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();

    /// <summary>What generated files begin with: <c>Chat.IChatHub</c>.</summary>
    internal static string Hint(INamedTypeSymbol type)
    {
        var hint = new StringBuilder(type.Name);
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            hint.Insert(0, container.Name + "_");
        }

        return User(type) is { Length: > 0 } user ? $"{user}.{hint}" : hint.ToString();
    }
}
