using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Sizes;

/// <summary>A namespace says in which folder a type lies.</summary>
public sealed class NamespaceTests
{
    // What users name in their own code needs one using for the whole framework; extensions of the container lie where containers are.
    private static readonly string[] Shared = ["TypedSockets", "Microsoft.Extensions.DependencyInjection", "Microsoft.AspNetCore.Builder"];

    [Fact]
    public void A_namespace_is_its_folder_or_the_one_for_users() => Violations.None(
        from file in SourceFile.All
        from space in file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        where space.Name.ToString() != FolderName(file) && !Shared.Contains(space.Name.ToString())
        select $"{file.Path} says namespace {space.Name} and lies in {FolderName(file)}");

    private static string FolderName(SourceFile file) => string.Join('.', file.Path.Split('/')[2..^1]);
}
