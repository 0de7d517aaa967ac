using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Removes <c>[Volatile]</c> from a call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WithoutVolatileFix))]
[Shared]
internal sealed class WithoutVolatileFix() : EditFix("TSKT1022")
{
    /// <inheritdoc />
    protected override Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel) =>
        Task.FromResult(AttributeRemoval.Suggest(finding, "Volatile", cancel));
}
