using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Makes a hub interface, and the types around it, internal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AccessibleHubFix))]
[Shared]
internal sealed class AccessibleHubFix() : EditFix("TSKT1003")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel) =>
        finding.Declared(cancel) is INamedTypeSymbol hub
        && await Declarations.MakeAccessibleAsync(hub, Accessibility.Internal, finding.Solution, cancel).ConfigureAwait(false) is { } edits
            ? [new Suggestion($"Make '{hub.Name}' internal", edits)]
            : Suggestion.None;
}
