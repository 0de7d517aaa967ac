using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Makes a method of a property that is only read. It is offered where nothing implements or reads the property yet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PropertyToMethodFix))]
[Shared]
internal sealed class PropertyToMethodFix() : EditFix("TSKT1010")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Enclosing<PropertyDeclarationSyntax>() is not { AccessorList.Accessors: [{ RawKind: (int)SyntaxKind.GetAccessorDeclaration }] } property
            || finding.Model.GetDeclaredSymbol(property, cancel) is not { IsAbstract: true } symbol
            || await IsUsedAsync(symbol, finding.Solution, cancel).ConfigureAwait(false))
        {
            return Suggestion.None;
        }

        return [new Suggestion($"Make '{symbol.Name}' a method", [Edit.Of(property, ToMethod)])];
    }

    private static async Task<bool> IsUsedAsync(IPropertySymbol property, Solution solution, CancellationToken cancel)
    {
        foreach (var implementation in await SymbolFinder.FindImplementationsAsync(property, solution, cancellationToken: cancel).ConfigureAwait(false))
        {
            foreach (var reference in implementation.DeclaringSyntaxReferences)
            {
                if (WrittenFiles.Find(solution, reference.SyntaxTree) is not null)
                {
                    return true;
                }
            }
        }

        foreach (var reference in await SymbolFinder.FindReferencesAsync(property, solution, cancel).ConfigureAwait(false))
        {
            foreach (var location in reference.Locations)
            {
                if (location.Document is not SourceGeneratedDocument)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static MethodDeclarationSyntax ToMethod(PropertyDeclarationSyntax property)
    {
        var type = TypeNames.Like(property.Type, $"global::System.Threading.Tasks.Task<{property.Type.WithoutTrivia()}>");
        return SyntaxFactory.MethodDeclaration(type, property.Identifier.WithTrailingTrivia())
            .WithAttributeLists(property.AttributeLists)
            .WithModifiers(property.Modifiers)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithTriviaFrom(property);
    }
}
