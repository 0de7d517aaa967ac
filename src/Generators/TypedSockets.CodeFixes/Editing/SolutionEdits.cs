using Microsoft.CodeAnalysis;

namespace TypedSockets.CodeFixes.Editing;

/// <summary>Makes changes that may be in several files.</summary>
internal static class SolutionEdits
{
    /// <summary>The solution with the changes. Those in files that nobody writes, as generated ones, are left out.</summary>
    internal static async Task<Solution> ApplyAsync(Solution solution, IReadOnlyList<Edit> edits, CancellationToken cancel)
    {
        var byTree = new Dictionary<SyntaxTree, Dictionary<SyntaxNode, Edit>>();
        foreach (var edit in edits)
        {
            var tree = edit.Node.SyntaxTree;
            if (!byTree.TryGetValue(tree, out var changes))
            {
                byTree.Add(tree, changes = []);
            }

            changes[edit.Node] = edit;
        }

        var changed = solution;
        foreach (var file in byTree)
        {
            if (WrittenFiles.Find(solution, file.Key) is { } document)
            {
                var root = await file.Key.GetRootAsync(cancel).ConfigureAwait(false);
                changed = changed.WithDocumentSyntaxRoot(
                    document.Id, root.ReplaceNodes(file.Value.Keys, (original, current) => file.Value[original].Change(current)));
            }
        }

        return changed;
    }
}
