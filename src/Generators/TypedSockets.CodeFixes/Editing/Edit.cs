using Microsoft.CodeAnalysis;

namespace TypedSockets.CodeFixes.Editing;

/// <summary>A change of one node of a file.</summary>
/// <param name="Node">The node as it stands in the solution.</param>
/// <param name="Change">Gives what replaces it. It gets the node with the changes of nodes inside it already made.</param>
internal sealed record Edit(SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Change)
{
    /// <summary>A change of a node of a known kind.</summary>
    internal static Edit Of<TNode>(TNode node, Func<TNode, SyntaxNode> change)
        where TNode : SyntaxNode => new(node, changed => change((TNode)changed));
}
