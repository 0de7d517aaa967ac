using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Makes a hub interface, the types around it, and those that it shows, internal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AccessibleHubFix))]
[Shared]
internal sealed class AccessibleHubFix() : EditFix("TSKT1003")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Declared(cancel) is not INamedTypeSymbol hub)
        {
            return Suggestion.None;
        }

        var types = new ShownTypes(Accessibility.Internal);
        types.Add(hub);
        return await types.MakeAccessibleAsync(finding.Solution, cancel).ConfigureAwait(false) is { } edits
            ? [new Suggestion($"Make '{hub.Name}' internal", edits)]
            : Suggestion.None;
    }
}
