using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Offers to remove an attribute of a contract's method.</summary>
internal static class AttributeRemoval
{
    /// <summary>The offer for a report at a method.</summary>
    /// <param name="finding">The report.</param>
    /// <param name="name">The attribute as it is written.</param>
    /// <param name="cancel">Stops the search.</param>
    internal static IReadOnlyList<Suggestion> Suggest(Finding finding, string name, CancellationToken cancel) =>
        finding.Enclosing<MethodDeclarationSyntax>() is { } method
        && Attributes.Find(method, $"TypedSockets.{name}Attribute", finding.Model, cancel) is { } attribute
            ? [new Suggestion($"Remove [{name}]", [Edit.Of(method, changed => Attributes.Remove(changed, [attribute.ToString()]))])]
            : Suggestion.None;
}
