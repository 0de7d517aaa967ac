using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Removes the CancellationToken of a method that returns void. Not offered where an implementation uses it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WithoutTokenFix))]
[Shared]
internal sealed class WithoutTokenFix() : EditFix("TSKT1017")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Declared(cancel) is not IParameterSymbol { ContainingSymbol: IMethodSymbol method } token)
        {
            return Suggestion.None;
        }

        foreach (var declaration in await ContractMethods.FindAsync(method, finding.Solution, cancel).ConfigureAwait(false))
        {
            if (Uses(declaration, declaration.ParameterList.Parameters[token.Ordinal].Identifier.ValueText))
            {
                return Suggestion.None;
            }
        }

        var edits = await ParameterLists.ChangeAsync(
            finding, ParameterLists.Without, static (arguments, position, _) => ParameterLists.Without(arguments, position), cancel).ConfigureAwait(false);
        return [new Suggestion($"Remove '{token.Name}'", edits)];
    }

    private static bool Uses(MethodDeclarationSyntax method, string name)
    {
        foreach (var node in method.DescendantNodes())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)
            {
                return true;
            }
        }

        return false;
    }
}
