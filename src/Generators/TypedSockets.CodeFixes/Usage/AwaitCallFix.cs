using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Usage;

/// <summary>Awaits a call that was dropped, or discards it on purpose.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitCallFix))]
[Shared]
internal sealed class AwaitCallFix() : EditFix("TSKT4005")
{
    /// <inheritdoc />
    protected override Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        var suggestions = new List<Suggestion>();
        if (finding.Enclosing<ExpressionSyntax>() is { } call)
        {
            if (call is InvocationExpressionSyntax && call.Parent is ExpressionStatementSyntax && AwaitPlaces.Include(call))
            {
                suggestions.Add(new Suggestion("Await the call", [Edit.Of(call, changed => AwaitPlaces.Await(call, changed))], "await"));
            }

            if (!IsTaken(call, finding.Model))
            {
                suggestions.Add(new Suggestion("Discard the call on purpose", [Edit.Of(call, Discard)], "discard"));
            }
        }

        return Task.FromResult<IReadOnlyList<Suggestion>>(suggestions);
    }

    // Where something is called _, a discard would be an assignment.
    private static bool IsTaken(ExpressionSyntax call, SemanticModel model) => !model.LookupSymbols(call.SpanStart, name: "_").IsEmpty;

    // Parsed, because _ is a discard only if it is a token of a kind of its own.
    private static AssignmentExpressionSyntax Discard(ExpressionSyntax call) => SyntaxFactory.AssignmentExpression(
        SyntaxKind.SimpleAssignmentExpression,
        SyntaxFactory.ParseExpression("_").WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
        call.WithoutTrivia()).WithTriviaFrom(call);
}
