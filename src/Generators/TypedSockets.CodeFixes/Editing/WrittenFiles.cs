using Microsoft.CodeAnalysis;

namespace TypedSockets.CodeFixes.Editing;

/// <summary>Tells files that somebody has written from those that a generator writes, which nobody can change.</summary>
internal static class WrittenFiles
{
    /// <summary>The file of a tree; null if it is generated, or not in the solution.</summary>
    internal static Document? Find(Solution solution, SyntaxTree tree) => solution.GetDocument(tree) is { } document and not SourceGeneratedDocument ? document : null;
}
