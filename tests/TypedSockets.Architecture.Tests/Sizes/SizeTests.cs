using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Sizes;

/// <summary>What one has to read at once stays small.</summary>
public sealed class SizeTests
{
    [Fact]
    public void The_sources_are_found() => Assert.True(SourceFile.All.Count > 100);

    [Fact]
    public void A_file_has_fewer_than_300_lines() => Violations.None(
        SourceFile.All.Where(file => file.LineCount >= 300).Select(file => $"{file.Path}: {file.LineCount} lines"));

    // Over all of its parts: a limit for files alone would be met by cutting a type in pieces.
    [Fact]
    public void A_type_has_fewer_than_600_lines() => Violations.None(
        SourceFile.All.SelectMany(file => file.Types.Select(type => (Name: FullName(file, type), Lines: SourceFile.LinesOf(type))))
            .GroupBy(type => type.Name, type => type.Lines)
            .Where(type => type.Sum() >= 600)
            .Select(type => $"{type.Key}: {type.Sum()} lines"));

    [Fact]
    public void A_method_has_fewer_than_40_lines() => Violations.None(
        from file in SourceFile.All
        from method in file.Root.DescendantNodes().Where(IsMethod)
        where SourceFile.LinesOf(method) >= 40
        select $"{file.Place(method)}: {SourceFile.LinesOf(method)} lines");

    private static bool IsMethod(SyntaxNode node) => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax;

    // Two projects may have a type of one name: only parts in one project are one type.
    private static string FullName(SourceFile file, BaseTypeDeclarationSyntax type) =>
        $"{string.Join('/', file.Path.Split('/')[..3])}: " + string.Join('.', type.AncestorsAndSelf().Reverse().Select(node => node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            TypeDeclarationSyntax declaration => $"{declaration.Identifier.Text}`{declaration.Arity}",
            BaseTypeDeclarationSyntax declaration => declaration.Identifier.Text,
            _ => null,
        }).Where(name => name is not null));
}
