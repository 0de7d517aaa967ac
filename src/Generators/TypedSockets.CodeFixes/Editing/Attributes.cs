using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace TypedSockets.CodeFixes.Editing;

/// <summary>Finds, adds and removes attributes of declarations.</summary>
internal static class Attributes
{
    /// <summary>The attribute of a given class that stands on a declaration; null if there is none.</summary>
    /// <param name="owner">A member, type or parameter.</param>
    /// <param name="name">The full name of the attribute's class, without type parameters.</param>
    /// <param name="model">What names mean there.</param>
    /// <param name="cancel">Stops the search.</param>
    internal static AttributeSyntax? Find(SyntaxNode owner, string name, SemanticModel model, CancellationToken cancel)
    {
        foreach (var list in Lists(owner))
        {
            foreach (var attribute in list.Attributes)
            {
                if (model.GetSymbolInfo(attribute, cancel).Symbol is IMethodSymbol { ContainingType: { } type } && FullName(type) == name)
                {
                    return attribute;
                }
            }
        }

        return null;
    }

    /// <summary>Removes the attributes that are written in one of the given ways.</summary>
    internal static SyntaxNode Remove(SyntaxNode owner, ICollection<string> texts)
    {
        var leading = owner.GetLeadingTrivia();
        var doomed = new List<SyntaxNode>();
        foreach (var list in Lists(owner))
        {
            var found = new List<SyntaxNode>();
            foreach (var attribute in list.Attributes)
            {
                if (texts.Contains(attribute.ToString()))
                {
                    found.Add(attribute);
                }
            }

            doomed.AddRange(found.Count == list.Attributes.Count ? [list] : found);
        }

        return doomed.Count == 0
            ? owner
            : owner.RemoveNodes(doomed, SyntaxRemoveOptions.KeepNoTrivia)!.WithLeadingTrivia(leading).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>A list with one attribute of this framework.</summary>
    /// <param name="text">The attribute in C#, its name fully qualified.</param>
    internal static AttributeListSyntax List(string text)
    {
        var member = (MemberDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{text}] int a;")!;
        var list = member.AttributeLists[0];
        var name = list.Attributes[0].Name;
        return list.ReplaceNode(name, name.WithAdditionalAnnotations(Simplifier.Annotation)).WithTrailingTrivia(SyntaxFactory.Space);
    }

    /// <summary>Puts a list before a member, on the same line.</summary>
    internal static TMember Add<TMember>(TMember member, AttributeListSyntax list)
        where TMember : MemberDeclarationSyntax
    {
        var leading = member.GetLeadingTrivia();
        var bare = member.WithLeadingTrivia();
        return (TMember)bare.WithAttributeLists(bare.AttributeLists.Insert(0, list.WithLeadingTrivia(leading)));
    }

    private static SyntaxList<AttributeListSyntax> Lists(SyntaxNode owner) => owner switch
    {
        MemberDeclarationSyntax member => member.AttributeLists,
        ParameterSyntax parameter => parameter.AttributeLists,
        _ => default,
    };

    private static string FullName(INamedTypeSymbol type) => $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";
}
