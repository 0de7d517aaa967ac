using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Payloads;

/// <summary>Makes a payload type, and what it shows of other types, as accessible as the contract.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AccessiblePayloadFix))]
[Shared]
internal sealed class AccessiblePayloadFix() : EditFix("TSKT2022")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        var symbol = finding.Declared(cancel);
        var contract = symbol is IParameterSymbol parameter ? parameter.ContainingSymbol.ContainingType : symbol?.ContainingType;
        var type = symbol is IParameterSymbol typed ? typed.Type : (symbol as IMethodSymbol)?.ReturnType;
        if (contract is null || type is null || await finding.PlacesAsync(cancel).ConfigureAwait(false) is not { } places)
        {
            return Suggestion.None;
        }

        var required = Declarations.Effective(contract);
        var types = new ShownTypes(required);
        types.Add(type);
        foreach (var place in places)
        {
            if (await finding.ModelOfAsync(place, cancel).ConfigureAwait(false) is { } model && model.GetDeclaredSymbol(place, cancel) is INamedTypeSymbol nested)
            {
                types.Add(nested);
            }
        }

        return await types.MakeAccessibleAsync(finding.Solution, cancel).ConfigureAwait(false) is { } edits
            ? [new Suggestion($"Make the payload type {(required == Accessibility.Public ? "public" : "internal")}", edits)]
            : Suggestion.None;
    }
}
