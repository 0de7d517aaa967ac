using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedSockets.CodeFixes.Editing;

/// <summary>A fix that changes nodes of files, and is offered for one rule or for a few that have the same fix.</summary>
internal abstract class EditFix(params string[] rules) : CodeFixProvider
{
    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. rules];

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var cancel = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var report in context.Diagnostics)
        {
            var finding = new Finding(context.Document, report, root.FindNode(report.Location.SourceSpan, getInnermostNodeForTie: true), model);
            foreach (var suggestion in await SuggestAsync(finding, cancel).ConfigureAwait(false))
            {
                if (suggestion.Edits.Count > 0)
                {
                    context.RegisterCodeFix(Action(finding, suggestion), report);
                }
            }
        }
    }

    /// <summary>What can be offered for a report.</summary>
    protected abstract Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel);

    private static CodeAction Action(Finding finding, Suggestion suggestion) => CodeAction.Create(
        suggestion.Title,
        cancel => SolutionEdits.ApplyAsync(finding.Solution, suggestion.Edits, cancel),
        $"{finding.Report.Id}{suggestion.Kind}");
}
