using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Usage;

/// <summary>Awaits what a hub blocks for, in methods that are asynchronous already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitInsteadOfBlockingFix))]
[Shared]
internal sealed class AwaitInsteadOfBlockingFix() : EditFix("TSKT4003")
{
    /// <inheritdoc />
    protected override Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        IReadOnlyList<Suggestion> suggestions = Blocking(finding.Node) is { } blocking && AwaitPlaces.Include(blocking) && Awaited(blocking) is { } awaited
            ? [new Suggestion("Await instead of blocking", [Edit.Of(blocking, _ => AwaitPlaces.Await(blocking, awaited))])]
            : Suggestion.None;
        return Task.FromResult(suggestions);
    }

    // The report stands at the name; the call or the property is around it.
    private static ExpressionSyntax? Blocking(SyntaxNode name) => name.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { } access
        ? null
        : access.Parent is InvocationExpressionSyntax call ? call : access;

    // A wait that gives up after a time has no short counterpart, and neither has Task.WaitAny, which returns a position.
    private static ExpressionSyntax? Awaited(ExpressionSyntax blocking) => blocking switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Expression: var task } => task,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait", Expression: var task }, ArgumentList.Arguments.Count: 0 } => task,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sleep" }, ArgumentList: var time } =>
            TypeNames.Call("global::System.Threading.Tasks.Task", "Delay", time.WithoutTrivia()),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "GetResult",
                Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter", Expression: var task } },
            },
        } => task,
        _ => null,
    };
}
