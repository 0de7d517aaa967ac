using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Makes all declarations of a type partial.</summary>
internal static class PartialParts
{
    /// <summary>The changes for the declarations that are not partial yet.</summary>
    internal static async Task<List<Edit>> AddAsync(INamedTypeSymbol type, Solution solution, CancellationToken cancel)
    {
        var edits = new List<Edit>();
        foreach (var part in await Declarations.OfAsync(type, solution, cancel).ConfigureAwait(false))
        {
            if (part is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                edits.Add(Edit.Of(declaration, Modifiers.AddPartial));
            }
        }

        return edits;
    }
}
