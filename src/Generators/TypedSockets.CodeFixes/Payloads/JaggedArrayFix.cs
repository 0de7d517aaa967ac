using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Payloads;

/// <summary>Declares an array of several dimensions as a jagged one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(JaggedArrayFix))]
[Shared]
internal sealed class JaggedArrayFix() : PayloadTypeFix("TSKT2005", "Use a jagged array")
{
    /// <inheritdoc />
    protected override TypeSyntax? Rewrite(TypeSyntax type, SemanticModel model, CancellationToken cancel)
    {
        var found = new List<ArrayRankSpecifierSyntax>();
        foreach (var node in type.DescendantNodes())
        {
            if (node is ArrayRankSpecifierSyntax { Rank: > 1 } specifier)
            {
                found.Add(specifier);
            }
        }

        var changed = type.TrackNodes(found);
        foreach (var specifier in found)
        {
            var current = changed.GetCurrentNode(specifier)!;
            changed = changed.ReplaceNode(current, Jagged(specifier));
        }

        return found.Count == 0 ? null : changed;
    }

    private static IEnumerable<ArrayRankSpecifierSyntax> Jagged(ArrayRankSpecifierSyntax specifier)
    {
        for (var i = 0; i < specifier.Rank; i++)
        {
            yield return SyntaxFactory.ArrayRankSpecifier(SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(SyntaxFactory.OmittedArraySizeExpression()));
        }
    }
}
