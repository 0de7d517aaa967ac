using Microsoft.CodeAnalysis.CSharp;

namespace TypedSockets.Generators.Model;

/// <summary>Makes identifiers of names that come from user code.</summary>
internal static class CSharpName
{
    /// <summary>The name, with <c>@</c> in front if it is a keyword.</summary>
    internal static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
