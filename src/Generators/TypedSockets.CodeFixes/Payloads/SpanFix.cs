using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Payloads;

/// <summary>Declares a span as an array, one of bytes that is only read as ReadOnlyMemory.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SpanFix))]
[Shared]
internal sealed class SpanFix() : PayloadTypeFix("TSKT2004", "Use an array or memory")
{
    /// <inheritdoc />
    protected override TypeSyntax? Rewrite(TypeSyntax type, SemanticModel model, CancellationToken cancel) => Replace(
        type,
        node => IsSpan(node, model, cancel),
        node => Owning((TypeSyntax)node, TypeNames.Argument(node)!, (INamedTypeSymbol)model.GetSymbolInfo(node, cancel).Symbol!));

    private static bool IsSpan(SyntaxNode node, SemanticModel model, CancellationToken cancel) => TypeNames.Argument(node) is not null
        && (TypeNames.Means(node, "System.Span`1", model, cancel) || TypeNames.Means(node, "System.ReadOnlySpan`1", model, cancel));

    private static TypeSyntax Owning(TypeSyntax replaced, TypeSyntax element, INamedTypeSymbol span) =>
        span.Name == "ReadOnlySpan" && span.TypeArguments[0].SpecialType == SpecialType.System_Byte
            ? TypeNames.Like(replaced, "global::System.ReadOnlyMemory<byte>")
            : SyntaxFactory.ParseTypeName($"{element.WithoutTrivia()}[]").WithTriviaFrom(replaced);
}
