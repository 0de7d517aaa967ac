using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Makes a client interface as accessible as its hub.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AccessibleClientFix))]
[Shared]
internal sealed class AccessibleClientFix() : EditFix("TSKT1005")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Declared(cancel) is not INamedTypeSymbol hub || HubClients.Of(hub) is not { } client)
        {
            return Suggestion.None;
        }

        var required = Declarations.Effective(hub);
        var types = new ShownTypes(required);
        types.Add(client);
        return await types.MakeAccessibleAsync(finding.Solution, cancel).ConfigureAwait(false) is { } edits
            ? [new Suggestion($"Make '{client.Name}' {(required == Accessibility.Public ? "public" : "internal")}", edits)]
            : Suggestion.None;
    }
}
