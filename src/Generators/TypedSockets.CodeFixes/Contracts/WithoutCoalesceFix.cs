using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Removes <c>[Coalesce]</c> where it cannot be.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WithoutCoalesceFix))]
[Shared]
internal sealed class WithoutCoalesceFix() : EditFix("TSKT1026")
{
    /// <inheritdoc />
    protected override Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel) =>
        Task.FromResult(AttributeRemoval.Suggest(finding, "Coalesce", cancel));
}
