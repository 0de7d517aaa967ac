using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace TypedSockets.CodeFixes.Editing;

/// <summary>Rewrites methods to return a ValueTask, with bodies that do as before.</summary>
internal static class TaskBodies
{
    /// <summary>A method that returned a value, and returns it in a <c>ValueTask&lt;T&gt;</c> now.</summary>
    internal static MethodDeclarationSyntax ReturnValue(MethodDeclarationSyntax method)
    {
        var value = method.ReturnType.WithoutTrivia().ToString();
        var changed = method.WithReturnType(TypeNames.ValueTask(method.ReturnType));
        if (changed.ExpressionBody is { Expression: { } expression and not ThrowExpressionSyntax } arrow)
        {
            return changed.WithExpressionBody(arrow.WithExpression(Wrap(expression, value)));
        }

        return changed.Body is { } body
            ? changed.WithBody(body.ReplaceNodes(Returns(body), (_, statement) => statement.Expression is { } result ? statement.WithExpression(Wrap(result, value)) : statement))
            : changed;
    }

    /// <summary>A method that returned nothing, and returns a <c>ValueTask</c> now.</summary>
    internal static MethodDeclarationSyntax ReturnNothing(MethodDeclarationSyntax method)
    {
        var changed = method.WithReturnType(TypeNames.ValueTask(method.ReturnType));
        if (method.Modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            return changed;
        }

        if (changed.ExpressionBody is { Expression: { } expression and not ThrowExpressionSyntax })
        {
            var block = SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(expression.WithoutTrivia()), ReturnDefault());
            return changed.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(method.GetTrailingTrivia()))
                .WithAdditionalAnnotations(Formatter.Annotation);
        }

        return changed.Body is { } body ? changed.WithBody(Complete(body)).WithAdditionalAnnotations(Formatter.Annotation) : changed;
    }

    /// <summary>Whether a method yields what it returns, so that it cannot return it at once.</summary>
    internal static bool IsIterator(MethodDeclarationSyntax method)
    {
        foreach (var node in method.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax))
        {
            if (node is YieldStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }

    private static BlockSyntax Complete(BlockSyntax body)
    {
        var changed = body.ReplaceNodes(Returns(body), (_, statement) => ReturnDefault().WithTriviaFrom(statement));
        return changed.Statements.LastOrDefault() is ReturnStatementSyntax or ThrowStatementSyntax ? changed : changed.AddStatements(ReturnDefault());
    }

    // Those of lambdas and local functions return from these.
    private static IEnumerable<ReturnStatementSyntax> Returns(BlockSyntax body)
    {
        foreach (var node in body.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax))
        {
            if (node is ReturnStatementSyntax statement)
            {
                yield return statement;
            }
        }
    }

    // Typed, because not every value says of which type it is.
    private static ExpressionSyntax Wrap(ExpressionSyntax value, string type) =>
        TypeNames.Call(
            "global::System.Threading.Tasks.ValueTask",
            $"FromResult<{type}>",
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(value.WithoutTrivia())))).WithTriviaFrom(value);

    private static StatementSyntax ReturnDefault() => SyntaxFactory.ParseStatement("return default;").WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
}
