using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
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
        node => TypeNames.Argument(node) is not null && !IsReturned(node) && IsTask(node, model, cancel),
        static node => TypeNames.Argument(node)!.WithTriviaFrom(node));

    // The outer task of a call is the call.
    private static bool IsReturned(SyntaxNode node) => node.Parent is MethodDeclarationSyntax;

    private static bool IsTask(SyntaxNode node, SemanticModel model, CancellationToken cancel) =>
        TypeNames.Means(node, "System.Threading.Tasks.Task`1", model, cancel) || TypeNames.Means(node, "System.Threading.Tasks.ValueTask`1", model, cancel);
}
