using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedSockets.CodeFixes.Editing;

/// <summary>Changes the modifiers of declarations, and leaves comments and layout as they are.</summary>
internal static class Modifiers
{
    /// <summary>Adds <c>partial</c>, which comes last.</summary>
    internal static TDeclaration AddPartial<TDeclaration>(TDeclaration declaration)
        where TDeclaration : MemberDeclarationSyntax => Change(declaration, modifiers => modifiers.Add(Token(SyntaxKind.PartialKeyword)));

    /// <summary>Gives the declaration one accessibility instead of the one it has, <c>file</c> included.</summary>
    internal static TDeclaration SetAccessibility<TDeclaration>(TDeclaration declaration, SyntaxKind accessibility)
        where TDeclaration : MemberDeclarationSyntax =>
        Change(declaration, modifiers => WithoutAccessibility(modifiers).Insert(0, Token(accessibility)));

    /// <summary>Removes the accessibility.</summary>
    internal static TDeclaration RemoveAccessibility<TDeclaration>(TDeclaration declaration)
        where TDeclaration : MemberDeclarationSyntax => Change(declaration, WithoutAccessibility);

    private static SyntaxTokenList WithoutAccessibility(SyntaxTokenList modifiers)
    {
        for (var i = modifiers.Count - 1; i >= 0; i--)
        {
            if (modifiers[i].Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.FileKeyword)
            {
                modifiers = modifiers.RemoveAt(i);
            }
        }

        return modifiers;
    }

    private static SyntaxToken Token(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    // What stands before the first modifier stands before the first one afterwards.
    private static TDeclaration Change<TDeclaration>(TDeclaration declaration, Func<SyntaxTokenList, SyntaxTokenList> change)
        where TDeclaration : MemberDeclarationSyntax
    {
        var first = FirstToken(declaration);
        var leading = first.LeadingTrivia;
        var bare = declaration.ReplaceToken(first, first.WithLeadingTrivia());
        var changed = (TDeclaration)bare.WithModifiers(change(bare.Modifiers));
        var newFirst = FirstToken(changed);
        return changed.ReplaceToken(newFirst, newFirst.WithLeadingTrivia(leading));
    }

    private static SyntaxToken FirstToken(MemberDeclarationSyntax declaration) =>
        declaration.AttributeLists.Count == 0 ? declaration.GetFirstToken() : declaration.AttributeLists.Last().GetLastToken().GetNextToken();
}
