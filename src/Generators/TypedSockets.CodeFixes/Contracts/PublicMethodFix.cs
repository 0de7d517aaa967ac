using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Removes the access modifier of a contract's method, which makes it public.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PublicMethodFix))]
[Shared]
internal sealed class PublicMethodFix() : EditFix("TSKT1021")
{
    /// <inheritdoc />
    protected override Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        IReadOnlyList<Suggestion> suggestions = finding.Enclosing<MethodDeclarationSyntax>() is { } method
            ? [new Suggestion($"Make '{method.Identifier.ValueText}' public", [Edit.Of(method, Modifiers.RemoveAccessibility)])]
            : Suggestion.None;
        return Task.FromResult(suggestions);
    }
}
