using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Changes the parameters of a contract's method, of its implementations and of their calls together.</summary>
internal static class ParameterLists
{
    /// <summary>The changes of all declarations of the method whose parameter is reported.</summary>
    /// <param name="finding">A report at a parameter.</param>
    /// <param name="change">Gives the new list of a declaration; its second argument is the parameter's position.</param>
    /// <param name="changeCall">Gives the new arguments of a call that has one for the parameter.</param>
    /// <param name="cancel">Stops the search.</param>
    internal static async Task<List<Edit>> ChangeAsync(
        Finding finding,
        Func<SeparatedSyntaxList<ParameterSyntax>, int, SeparatedSyntaxList<ParameterSyntax>> change,
        CallChange changeCall,
        CancellationToken cancel)
    {
        var edits = new List<Edit>();
        if (finding.Declared(cancel) is IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter)
        {
            edits.AddRange(await ContractCalls.ChangeAsync(parameter, finding.Solution, changeCall, cancel).ConfigureAwait(false));
            foreach (var declaration in await ContractMethods.FindAsync(method, finding.Solution, cancel).ConfigureAwait(false))
            {
                edits.Add(Edit.Of(declaration.ParameterList, list => list.WithParameters(change(list.Parameters, parameter.Ordinal))));
            }
        }

        return edits;
    }

    /// <summary>The parameters or arguments without one, which takes the space before or after it along.</summary>
    internal static SeparatedSyntaxList<TNode> Without<TNode>(SeparatedSyntaxList<TNode> list, int position)
        where TNode : SyntaxNode
    {
        var rest = list.RemoveAt(position);
        return position == 0 && rest.Count > 0 ? rest.Replace(rest[0], rest[0].WithLeadingTrivia(list[0].GetLeadingTrivia())) : rest;
    }
}
