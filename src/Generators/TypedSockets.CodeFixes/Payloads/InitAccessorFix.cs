using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Payloads;

/// <summary>Adds <c>init</c> to a property that can only be read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InitAccessorFix))]
[Shared]
internal sealed class InitAccessorFix() : EditFix("TSKT2027")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (await finding.PlacesAsync(cancel).ConfigureAwait(false) is not [PropertyDeclarationSyntax property] || !IsOnlyRead(property))
        {
            return Suggestion.None;
        }

        return [new Suggestion($"Add 'init' to '{property.Identifier.ValueText}'", [Edit.Of(property.AccessorList!, AddInit)])];
    }

    // An override has the accessors of what it overrides.
    private static bool IsOnlyRead(PropertyDeclarationSyntax property) =>
        property.AccessorList is { Accessors: [{ RawKind: (int)SyntaxKind.GetAccessorDeclaration }] } && !property.Modifiers.Any(SyntaxKind.OverrideKeyword);

    private static AccessorListSyntax AddInit(AccessorListSyntax accessors)
    {
        var getter = accessors.Accessors[0];
        var init = SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken)).WithTriviaFrom(getter);
        return accessors.AddAccessors(init.WithLeadingTrivia());
    }
}
