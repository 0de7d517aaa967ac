using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Moves the only CancellationToken to the end of a method's parameters.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TokenLastFix))]
[Shared]
internal sealed class TokenLastFix() : EditFix("TSKT1016")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Declared(cancel) is not IParameterSymbol { ContainingSymbol: IMethodSymbol method } token || !CanMove(method, token))
        {
            return Suggestion.None;
        }

        var edits = await ParameterLists.ChangeAsync(finding, Move, MoveArgument, cancel).ConfigureAwait(false);
        return [new Suggestion($"Move '{token.Name}' to the end", edits)];
    }

    // Which of two tokens is meant is not known here, and nothing may follow params.
    private static bool CanMove(IMethodSymbol method, IParameterSymbol token)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.IsParams || (parameter.Ordinal != token.Ordinal && SymbolEqualityComparer.Default.Equals(parameter.Type, token.Type)))
            {
                return false;
            }
        }

        return true;
    }

    private static SeparatedSyntaxList<ParameterSyntax> Move(SeparatedSyntaxList<ParameterSyntax> parameters, int position)
    {
        var token = parameters[position].WithoutTrivia();
        var rest = ParameterLists.Without(parameters, position);
        var isAfterOptional = rest[rest.Count - 1].Default is not null;
        return rest.Add(isAfterOptional && token.Default is null ? token.WithDefault(Default()) : token.WithLeadingTrivia(SyntaxFactory.Space));
    }

    private static SeparatedSyntaxList<ArgumentSyntax> MoveArgument(SeparatedSyntaxList<ArgumentSyntax> arguments, int position, IParameterSymbol called)
    {
        if (arguments[position].NameColon is not null)
        {
            return arguments;
        }

        var token = arguments[position].WithoutTrivia();
        var moved = IsComplete(arguments, called) ? token : token.WithNameColon(SyntaxFactory.NameColon(called.Name).WithTrailingTrivia(SyntaxFactory.Space));
        return ParameterLists.Without(arguments, position).Add(arguments.Count == 1 ? moved : moved.WithLeadingTrivia(SyntaxFactory.Space));
    }

    // A call that leaves out or names others has to name what comes last.
    private static bool IsComplete(SeparatedSyntaxList<ArgumentSyntax> arguments, IParameterSymbol called)
    {
        foreach (var argument in arguments)
        {
            if (argument.NameColon is not null)
            {
                return false;
            }
        }

        return arguments.Count == ((IMethodSymbol)called.ContainingSymbol).Parameters.Length;
    }

    private static EqualsValueClauseSyntax Default() =>
        SyntaxFactory.EqualsValueClause(SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)).NormalizeWhitespace().WithLeadingTrivia(SyntaxFactory.Space);
}
