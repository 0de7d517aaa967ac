using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

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

    /// <summary>Awaits a task, in the place and layout of another expression, and in parentheses where more follows.</summary>
    internal static ExpressionSyntax Await(ExpressionSyntax replaced, ExpressionSyntax task)
    {
        var await = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task.WithoutTrivia());
        ExpressionSyntax awaited = replaced.Parent is ExpressionStatementSyntax
            ? await
            : SyntaxFactory.ParenthesizedExpression(await).WithAdditionalAnnotations(Simplifier.Annotation);
        return awaited.WithTriviaFrom(replaced);
    }
}
