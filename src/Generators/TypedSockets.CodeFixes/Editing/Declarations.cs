using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedSockets.CodeFixes.Editing;

/// <summary>Finds the declarations of types, and the changes that make types accessible.</summary>
internal static class Declarations
{
    /// <summary>Every part of a type that stands in a file; empty if one does not.</summary>
    internal static async Task<IReadOnlyList<BaseTypeDeclarationSyntax>> OfAsync(INamedTypeSymbol type, Solution solution, CancellationToken cancel)
    {
        var parts = new List<BaseTypeDeclarationSyntax>();
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (WrittenFiles.Find(solution, reference.SyntaxTree) is not null
                && await reference.GetSyntaxAsync(cancel).ConfigureAwait(false) is BaseTypeDeclarationSyntax part)
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    /// <summary>The changes that make a type and those around it as accessible as required, each where it is less.</summary>
    /// <param name="type">The type.</param>
    /// <param name="required">Public or internal.</param>
    /// <param name="solution">Where the declarations are looked for.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <returns>Null if a declaration is in no file that can be changed.</returns>
    internal static async Task<List<Edit>?> MakeAccessibleAsync(INamedTypeSymbol type, Accessibility required, Solution solution, CancellationToken cancel)
    {
        var edits = new List<Edit>();
        var keyword = required == Accessibility.Public ? SyntaxKind.PublicKeyword : SyntaxKind.InternalKeyword;
        for (var level = type; level is not null; level = level.ContainingType)
        {
            if (Suffices(level, required))
            {
                continue;
            }

            var parts = await OfAsync(level, solution, cancel).ConfigureAwait(false);
            if (parts.Count == 0)
            {
                return null;
            }

            foreach (var part in parts)
            {
                edits.Add(Edit.Of(part, declaration => Modifiers.SetAccessibility(declaration, keyword)));
            }
        }

        return edits;
    }

    /// <summary>Whether a type itself, without those around it, is as accessible as required.</summary>
    internal static bool Suffices(INamedTypeSymbol type, Accessibility required) => !type.IsFileLocal
        && (type.DeclaredAccessibility == Accessibility.Public
            || (required != Accessibility.Public && type.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal));

    /// <summary>Public if a type can be seen everywhere, else internal.</summary>
    internal static Accessibility Effective(INamedTypeSymbol type)
    {
        for (var level = type; level is not null; level = level.ContainingType)
        {
            if (level.DeclaredAccessibility != Accessibility.Public)
            {
                return Accessibility.Internal;
            }
        }

        return Accessibility.Public;
    }
}
