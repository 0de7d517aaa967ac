using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Payloads;

/// <summary>Removes data contract attributes; their order becomes numbers. Offered only where they hide and rename nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DataContractFix))]
[Shared]
internal sealed class DataContractFix() : EditFix("TSKT2020")
{
    private const string Space = "System.Runtime.Serialization.";

    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (await finding.PlacesAsync(cancel).ConfigureAwait(false) is not [{ } place]
            || place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type
            || await finding.ModelOfAsync(type, cancel).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(type, cancel) is not { } symbol
            || !StandsAlone(symbol)
            || Attributes.Find(type, $"{Space}DataContractAttribute", model, cancel) is not { } contract)
        {
            return Suggestion.None;
        }

        var members = DataMember.Of(symbol, model, cancel);
        if (members is null)
        {
            return Suggestion.None;
        }

        var edits = DataMember.Replace(members);
        edits.Add(Edit.Of(type, changed => Attributes.Remove(changed, [contract.ToString()])));
        return [new Suggestion("Remove the data contract attributes", edits)];
    }

    // Members in another part or in a base class have attributes of their own.
    private static bool StandsAlone(INamedTypeSymbol type) =>
        type is { DeclaringSyntaxReferences.Length: 1, BaseType.SpecialType: SpecialType.System_Object or SpecialType.System_ValueType };
}
