using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Finds where a contract's method, or an implementation of it, is called with an argument for a parameter.</summary>
internal static class ContractCalls
{
    /// <summary>The changes of all calls that pass an argument for the parameter.</summary>
    /// <param name="parameter">The contract's parameter.</param>
    /// <param name="solution">Where calls are looked for.</param>
    /// <param name="change">Gives the new arguments of a call.</param>
    /// <param name="cancel">Stops the search.</param>
    internal static async Task<List<Edit>> ChangeAsync(IParameterSymbol parameter, Solution solution, CallChange change, CancellationToken cancel)
    {
        var edits = new List<Edit>();
        foreach (var reference in await SymbolFinder.FindReferencesAsync(parameter.ContainingSymbol, solution, cancel).ConfigureAwait(false))
        {
            foreach (var location in reference.Locations)
            {
                if (location.Document is SourceGeneratedDocument || await CallAsync(location, cancel).ConfigureAwait(false) is not { } arguments)
                {
                    continue;
                }

                var called = ((IMethodSymbol)reference.Definition).Parameters[parameter.Ordinal];
                if (Position(arguments.Arguments, called) is { } position)
                {
                    edits.Add(Edit.Of(arguments, list => list.WithArguments(change(list.Arguments, position, called))));
                }
            }
        }

        return edits;
    }

    private static async Task<ArgumentListSyntax?> CallAsync(ReferenceLocation location, CancellationToken cancel)
    {
        var root = await location.Document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        var name = root?.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true);
        var callee = name?.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? name.Parent : name;
        return callee?.Parent is InvocationExpressionSyntax call && call.Expression == callee ? call.ArgumentList : null;
    }

    private static int? Position(SeparatedSyntaxList<ArgumentSyntax> arguments, IParameterSymbol called)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var named = arguments[i].NameColon?.Name.Identifier.ValueText;
            if (named == called.Name || (named is null && i == called.Ordinal))
            {
                return i;
            }
        }

        return null;
    }
}
