using System.Text;
using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Emission;

namespace TypedSockets.Generators.Parsing;

/// <summary>The names of what is generated for an interface.</summary>
internal static class InterfaceName
{
    /// <summary>The interface's name without the leading I: its default name on the wire.</summary>
    internal static string Plain(INamedTypeSymbol type) =>
        type.Name is ['I', var second, ..] && char.IsUpper(second) ? type.Name.Substring(1) : type.Name;

    /// <summary>
    /// What generated types begin with: <c>ChatHub</c> for <c>IChatHub</c>, <c>Outer_ChatHub</c> for a nested one. An underscore of the user's is
    /// doubled, and the leading I stays where it tells two interfaces apart, so that no two begin alike.
    /// </summary>
    internal static string Prefix(INamedTypeSymbol type)
    {
        var plain = Plain(type);
        var prefix = Double(plain != type.Name && IsInterface(type, plain) ? type.Name : plain);
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            prefix = $"{Double(container.Name)}_{prefix}";
        }

        return prefix;
    }

    /// <summary>The namespace of generated types, escaped.</summary>
    internal static string Namespace(INamedTypeSymbol type) => User(type) is { Length: > 0 } user ? $"TypedSockets.Generated.{user}" : "TypedSockets.Generated";

    /// <summary>The interface's own namespace, escaped; empty for the global one.</summary>
    internal static string User(INamedTypeSymbol type) => type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();

    /// <summary>What generated files begin with: <c>Chat.IChatHub</c>, <c>Chat.Outer+IChatHub</c> for a nested one.</summary>
    internal static string Hint(INamedTypeSymbol type)
    {
        var hint = new StringBuilder(type.Name);
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            hint.Insert(0, container.Name + "+");
        }

        return User(type) is { Length: > 0 } user ? $"{CSharpName.Unescape(user)}.{hint}" : hint.ToString();
    }

    /// <summary>An identifier that no other interface has, of whatever namespace: <c>Chat_IChatHub</c>.</summary>
    internal static string Unique(INamedTypeSymbol type) => Double(Hint(type)).Replace('.', '_').Replace('+', '_');

    private static string Double(string name) => name.Replace("_", "__");

    private static bool IsInterface(INamedTypeSymbol sibling, string name)
    {
        INamespaceOrTypeSymbol home = sibling.ContainingType is { } container ? container : sibling.ContainingNamespace;
        foreach (var type in home.GetTypeMembers(name))
        {
            if (type.TypeKind == TypeKind.Interface)
            {
                return true;
            }
        }

        return false;
    }
}
