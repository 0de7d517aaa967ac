using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Makes a hub interface partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialHubFix))]
[Shared]
internal sealed class PartialHubFix() : EditFix("TSKT1001")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Declared(cancel) is not INamedTypeSymbol hub)
        {
            return Suggestion.None;
        }

        return [new Suggestion($"Make '{hub.Name}' partial", await PartialParts.AddAsync(hub, finding.Solution, cancel).ConfigureAwait(false))];
    }
}
