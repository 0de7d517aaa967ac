using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedSockets.Architecture.Tests.Sources;

/// <summary>Finds the types that a file uses, also where it names only a member, or says <c>var</c> or <c>new()</c>.</summary>
internal static class TypeUses
{
    public static IEnumerable<TypeUse> In(CompiledProject project, SyntaxTree tree)
    {
        var model = project.Compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes().Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax))
        {
            foreach (var (type, symbol) in Meant(model, node).Distinct())
            {
                var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                yield return new TypeUse(Repository.RelativePath(tree.FilePath), line, DeclaringFolder(project, type), type, symbol);
            }
        }
    }

    private static IEnumerable<(INamedTypeSymbol Type, ISymbol Symbol)> Meant(SemanticModel model, SyntaxNode node)
    {
        var symbol = model.GetSymbolInfo(node).Symbol;
        if (symbol is not null and not INamespaceSymbol)
        {
            foreach (var type in Types(symbol as ITypeSymbol ?? symbol.ContainingType))
            {
                yield return (type, symbol);
            }
        }

        // The type of a value counts as well: passing on what another layer hands out is a use of it.
        foreach (var type in Types(model.GetTypeInfo(node).Type))
        {
            yield return (type, symbol ?? type);
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => Types(array.ElementType),
        INamedTypeSymbol { TypeKind: not TypeKind.Error } named => [named.OriginalDefinition, .. named.TypeArguments.SelectMany(Types)],
        _ => [],
    };

    private static string DeclaringFolder(CompiledProject project, INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences is [var declaration, ..] ? project.FolderOf(declaration.SyntaxTree.FilePath) : "";
}
