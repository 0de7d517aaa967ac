using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedSockets.Architecture.Tests.Sources;

/// <summary>A file of the product, as text and as syntax.</summary>
internal sealed class SourceFile
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> LazyAll = new(() => [.. Repository.Files("src", "*.cs").Select(file => new SourceFile(file))]);

    private SourceFile(string path)
    {
        Path = Repository.RelativePath(path);
        var text = File.ReadAllText(path);
        LineCount = text.Count(character => character == '\n');
        Root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14), path).GetCompilationUnitRoot();
    }

    public static IReadOnlyList<SourceFile> All => LazyAll.Value;

    public string Path { get; }

    public int LineCount { get; }

    public CompilationUnitSyntax Root { get; }

    public IEnumerable<BaseTypeDeclarationSyntax> Types => Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>();

    /// <summary>The types that are not nested, delegates among them.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes =>
        Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>The lines of a node, from its first token, so without its documentation, to its last.</summary>
    public static int LinesOf(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    /// <summary>A name for messages, which tells the file and the line.</summary>
    public string Place(SyntaxNode node) => $"{Path}({node.GetLocation().GetLineSpan().StartLinePosition.Line + 1})";
}
