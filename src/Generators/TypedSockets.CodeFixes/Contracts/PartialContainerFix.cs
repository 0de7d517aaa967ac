using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Makes the types around a nested hub partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialContainerFix))]
[Shared]
internal sealed class PartialContainerFix() : EditFix("TSKT1004")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Declared(cancel) is not INamedTypeSymbol { ContainingType: { } innermost })
        {
            return Suggestion.None;
        }

        var edits = new List<Edit>();
        for (var container = innermost; container is not null; container = container.ContainingType)
        {
            if (container.IsGenericType)
            {
                return Suggestion.None;
            }

            edits.AddRange(await PartialParts.AddAsync(container, finding.Solution, cancel).ConfigureAwait(false));
        }

        return [new Suggestion($"Make '{innermost.Name}' partial", edits)];
    }
}
