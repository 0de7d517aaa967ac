using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Lets a contract's method, and its implementations, return the value in a ValueTask.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnTaskFix))]
[Shared]
internal sealed class ReturnTaskFix() : EditFix("TSKT1014")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Declared(cancel) is not IMethodSymbol { RefKind: RefKind.None, ReturnType: { IsRefLikeType: false } result } method
            || IsStream(result)
            || result is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
        {
            return Suggestion.None;
        }

        var edits = new List<Edit>();
        foreach (var declaration in await ContractMethods.FindAsync(method, finding.Solution, cancel).ConfigureAwait(false))
        {
            if (TaskBodies.IsIterator(declaration))
            {
                return Suggestion.None;
            }

            edits.Add(Edit.Of(declaration, TaskBodies.ReturnValue));
        }

        return [new Suggestion($"Return ValueTask<{result.ToMinimalDisplayString(finding.Model, finding.Node.SpanStart)}>", edits)];
    }

    // What it sends can be longer than any memory.
    private static bool IsStream(ITypeSymbol type) => type.Name is "IAsyncEnumerable" or "IAsyncEnumerator" or "IObservable" or "ChannelReader";
}
