using Microsoft.CodeAnalysis;

namespace TypedSockets.CodeFixes.Editing;

/// <summary>A report that asks for a fix.</summary>
/// <param name="Document">The file that it is in.</param>
/// <param name="Report">The report.</param>
/// <param name="Node">What is reported.</param>
/// <param name="Model">What the file's names mean.</param>
internal sealed record Finding(Document Document, Diagnostic Report, SyntaxNode Node, SemanticModel Model)
{
    internal Solution Solution => Document.Project.Solution;

    /// <summary>What is declared where the report stands; null if nothing is.</summary>
    internal ISymbol? Declared(CancellationToken cancel) => Model.GetDeclaredSymbol(Node, cancel);

    /// <summary>The declaration of a given kind that the report stands at or in; null if there is none.</summary>
    internal TNode? Enclosing<TNode>()
        where TNode : SyntaxNode => Node.FirstAncestorOrSelf<TNode>();

    /// <summary>The declarations of a payload type that the report is about, which may stand in other files; null if one of them is in no file.</summary>
    internal async Task<IReadOnlyList<SyntaxNode>?> PlacesAsync(CancellationToken cancel)
    {
        var places = new List<SyntaxNode>();
        foreach (var location in Report.AdditionalLocations)
        {
            if (location.SourceTree is not { } tree || WrittenFiles.Find(Solution, tree) is null)
            {
                return null;
            }

            var root = await tree.GetRootAsync(cancel).ConfigureAwait(false);
            places.Add(root.FindNode(location.SourceSpan));
        }

        return places;
    }

    /// <summary>What names mean in the file of another node.</summary>
    internal async Task<SemanticModel?> ModelOfAsync(SyntaxNode node, CancellationToken cancel) =>
        WrittenFiles.Find(Solution, node.SyntaxTree) is { } document ? await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) : null;
}
