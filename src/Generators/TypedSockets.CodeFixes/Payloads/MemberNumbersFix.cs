using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Payloads;

/// <summary>Numbers the members of a payload type: numbers that fit stay, the others follow in the order that the members have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MemberNumbersFix))]
[Shared]
internal sealed class MemberNumbersFix() : EditFix("TSKT2015", "TSKT2016", "TSKT2017")
{
    private const string Attribute = "TypedSockets.SocketMemberAttribute";

    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (await finding.PlacesAsync(cancel).ConfigureAwait(false) is not { Count: > 0 } places)
        {
            return Suggestion.None;
        }

        var members = new List<NumberedMember>();
        foreach (var place in places)
        {
            if (Owner(place) is not { } owner || await finding.ModelOfAsync(owner, cancel).ConfigureAwait(false) is not { } model)
            {
                return Suggestion.None;
            }

            var attribute = Attributes.Find(owner, Attribute, model, cancel);
            members.Add(new NumberedMember(owner, attribute, Number(attribute, model, cancel)));
        }

        return [new Suggestion("Number the members", NumberedMember.Renumber(members))];
    }

    // One attribute on several fields would give them one number.
    private static SyntaxNode? Owner(SyntaxNode place) => place switch
    {
        PropertyDeclarationSyntax or ParameterSyntax => place,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } => field,
        _ => null,
    };

    private static int? Number(AttributeSyntax? attribute, SemanticModel model, CancellationToken cancel) =>
        attribute?.ArgumentList?.Arguments is [{ Expression: var argument }] && model.GetConstantValue(argument, cancel) is { HasValue: true, Value: int number } ? number : null;
}
