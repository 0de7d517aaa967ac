using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace TypedSockets.CodeFixes.Editing;

/// <summary>Finds where a contract's member is declared and implemented, because most changes of the one are changes of the other.</summary>
internal static class ContractMethods
{
    /// <summary>The declaration in the contract, and the implementations in all projects.</summary>
    /// <returns>Empty if the contract's own declaration is in no file that can be changed.</returns>
    internal static async Task<IReadOnlyList<MethodDeclarationSyntax>> FindAsync(IMethodSymbol member, Solution solution, CancellationToken cancel)
    {
        var found = new List<MethodDeclarationSyntax>();
        await AddAsync(found, member, solution, cancel).ConfigureAwait(false);
        if (found.Count == 0)
        {
            return found;
        }

        foreach (var implementation in await SymbolFinder.FindImplementationsAsync(member, solution, cancellationToken: cancel).ConfigureAwait(false))
        {
            await AddAsync(found, implementation, solution, cancel).ConfigureAwait(false);
            foreach (var overriding in await SymbolFinder.FindOverridesAsync(implementation, solution, cancellationToken: cancel).ConfigureAwait(false))
            {
                await AddAsync(found, overriding, solution, cancel).ConfigureAwait(false);
            }
        }

        return found;
    }

    private static async Task AddAsync(List<MethodDeclarationSyntax> found, ISymbol symbol, Solution solution, CancellationToken cancel)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (WrittenFiles.Find(solution, reference.SyntaxTree) is not null
                && await reference.GetSyntaxAsync(cancel).ConfigureAwait(false) is MethodDeclarationSyntax method
                && !found.Contains(method))
            {
                found.Add(method);
            }
        }
    }
}
