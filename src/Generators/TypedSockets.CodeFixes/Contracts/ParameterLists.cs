using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Changes the parameters of a contract's method and of its implementations together.</summary>
internal static class ParameterLists
{
    /// <summary>The changes of all declarations of the method whose parameter is reported.</summary>
    /// <param name="finding">A report at a parameter.</param>
    /// <param name="change">Gives the new list of a declaration; its second argument is the parameter's position.</param>
    /// <param name="cancel">Stops the search.</param>
    internal static async Task<List<Edit>> ChangeAsync(
        Finding finding, Func<SeparatedSyntaxList<ParameterSyntax>, int, SeparatedSyntaxList<ParameterSyntax>> change, CancellationToken cancel)
    {
        var edits = new List<Edit>();
        if (finding.Declared(cancel) is IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter)
        {
            foreach (var declaration in await ContractMethods.FindAsync(method, finding.Solution, cancel).ConfigureAwait(false))
            {
                edits.Add(Edit.Of(declaration.ParameterList, list => list.WithParameters(change(list.Parameters, parameter.Ordinal))));
            }
        }

        return edits;
    }

    /// <summary>The parameters without one, which takes the space before or after it along.</summary>
    internal static SeparatedSyntaxList<ParameterSyntax> Without(SeparatedSyntaxList<ParameterSyntax> parameters, int position)
    {
        var rest = parameters.RemoveAt(position);
        return position == 0 && rest.Count > 0 ? rest.Replace(rest[0], rest[0].WithLeadingTrivia(parameters[0].GetLeadingTrivia())) : rest;
    }
}
