using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace TypedSockets.CodeFixes.Editing;

/// <summary>Writes names of types, which are shortened as far as the file's usings allow.</summary>
internal static class TypeNames
{
    private const string Tasks = "global::System.Threading.Tasks.";

    /// <summary>A type, in the place and layout of another one.</summary>
    internal static TypeSyntax Like(TypeSyntax replaced, string name) =>
        SyntaxFactory.ParseTypeName(name).WithTriviaFrom(replaced).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary><c>ValueTask</c>, or <c>ValueTask&lt;T&gt;</c> of the type that stands there.</summary>
    internal static TypeSyntax ValueTask(TypeSyntax replaced) => replaced is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
        ? Like(replaced, $"{Tasks}ValueTask")
        : Like(replaced, $"{Tasks}ValueTask<{replaced.WithoutTrivia()}>");

    /// <summary>A static method of a type, called with what stands in the place of another expression.</summary>
    /// <param name="type">The type, fully qualified.</param>
    /// <param name="method">The method, with type arguments if it needs them.</param>
    /// <param name="arguments">The arguments, with their parentheses.</param>
    internal static ExpressionSyntax Call(string type, string method, ArgumentListSyntax arguments)
    {
        var name = (SimpleNameSyntax)SyntaxFactory.ParseName(method);
        var access = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ParseExpression(type).WithAdditionalAnnotations(Simplifier.Annotation), name);
        return SyntaxFactory.InvocationExpression(access, arguments);
    }

    /// <summary>The only type argument of a name as it is written; null if there is none.</summary>
    internal static TypeSyntax? Argument(SyntaxNode name) => name switch
    {
        GenericNameSyntax { TypeArgumentList.Arguments: [var argument] } => argument,
        QualifiedNameSyntax qualified => Argument(qualified.Right),
        AliasQualifiedNameSyntax qualified => Argument(qualified.Name),
        _ => null,
    };

    /// <summary>Whether an expression that names a type means the given one.</summary>
    internal static bool Means(SyntaxNode name, string type, SemanticModel model, CancellationToken cancel) =>
        model.GetSymbolInfo(name, cancel).Symbol is INamedTypeSymbol symbol
        && $"{symbol.ContainingNamespace.ToDisplayString()}.{symbol.MetadataName}" == type;
}
