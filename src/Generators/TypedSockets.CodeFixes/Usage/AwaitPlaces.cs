using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedSockets.CodeFixes.Usage;

/// <summary>Knows where <c>await</c> may be written.</summary>
internal static class AwaitPlaces
{
    /// <summary>Whether the function around a node is asynchronous already, and nothing in between forbids awaiting.</summary>
    internal static bool Include(SyntaxNode node)
    {
        for (var level = node.Parent; level is not null; level = level.Parent)
        {
            switch (level)
            {
                case LockStatementSyntax or UnsafeStatementSyntax or QueryExpressionSyntax or CatchFilterClauseSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Awaits an expression, in its place and layout, in parentheses where it is followed by more.</summary>
    internal static ExpressionSyntax Await(ExpressionSyntax replaced, string awaited)
    {
        var text = replaced.Parent is ExpressionStatementSyntax ? $"await {awaited}" : $"(await {awaited})";
        return SyntaxFactory.ParseExpression(text).WithTriviaFrom(replaced).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);
    }
}
