using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Payloads;

/// <summary>Declares a task in a payload as the value that it brings.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitedValueFix))]
[Shared]
internal sealed class AwaitedValueFix() : PayloadTypeFix("TSKT2008", "Send the value")
{
    /// <inheritdoc />
    protected override TypeSyntax? Rewrite(TypeSyntax type, SemanticModel model, CancellationToken cancel) => Replace(
        type,
        node => node is NameSyntax && !IsReturned(node) && IsTask(node, model, cancel),
        node => Argument(node, model, cancel));

    // The outer task of a call is the call.
    private static bool IsReturned(SyntaxNode node) => node.Parent is MethodDeclarationSyntax;

    private static bool IsTask(SyntaxNode node, SemanticModel model, CancellationToken cancel) =>
        TypeNames.Means(node, "System.Threading.Tasks.Task`1", model, cancel) || TypeNames.Means(node, "System.Threading.Tasks.ValueTask`1", model, cancel);

    private static TypeSyntax Argument(SyntaxNode node, SemanticModel model, CancellationToken cancel)
    {
        var argument = ((INamedTypeSymbol)model.GetSymbolInfo(node, cancel).Symbol!).TypeArguments[0];
        return TypeNames.Like((TypeSyntax)node, argument.ToDisplayString(NullableFlowState.None, SymbolDisplayFormat.FullyQualifiedFormat));
    }
}
