using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Removes <c>[OneWay]</c> from a method that is an emit without it, or has a result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WithoutOneWayFix))]
[Shared]
internal sealed class WithoutOneWayFix() : EditFix("TSKT1015")
{
    /// <inheritdoc />
    protected override Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel) =>
        Task.FromResult(AttributeRemoval.Suggest(finding, "OneWay", cancel));
}
