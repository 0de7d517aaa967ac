using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Sizes;

/// <summary>A reader finds a type by its name.</summary>
public sealed class FileNameTests
{
    // A generic and a non-generic type of one name are two views of one thing, and may share the file.
    [Fact]
    public void A_file_has_types_of_one_name_at_its_top_level() => Violations.None(
        SourceFile.All.Where(file => file.TopLevelTypes.Select(Name).Distinct().Count() > 1).Select(file => file.Path));

    [Fact]
    public void A_file_is_called_like_its_type() => Violations.None(
        SourceFile.All
            .Where(file => file.TopLevelTypes.Any(type => Name(type) != Path.GetFileNameWithoutExtension(file.Path)))
            .Select(file => $"{file.Path} declares {string.Join(", ", file.TopLevelTypes.Select(Name).Distinct())}"));

    [Fact]
    public void A_file_without_a_type_holds_nothing_but_assembly_attributes_and_usings() => Violations.None(
        SourceFile.All.Where(file => !file.TopLevelTypes.Any() && file.Root.Members.Count > 0).Select(file => file.Path));

    [Fact]
    public void A_partial_type_has_one_part_and_a_method_that_a_generator_writes() => Violations.None(
        from file in SourceFile.All
        from type in file.Types
        where type.Modifiers.Any(SyntaxKind.PartialKeyword)
        where !HasGeneratedMember(type) || Parts(type) > 1
        select $"{file.Place(type)}: {type.Identifier.Text}");

    private static int Parts(BaseTypeDeclarationSyntax type) => SourceFile.All
        .SelectMany(file => file.Types)
        .Count(other => other.Modifiers.Any(SyntaxKind.PartialKeyword) && other.Identifier.Text == type.Identifier.Text && Namespace(other) == Namespace(type));

    private static string? Namespace(BaseTypeDeclarationSyntax type) => type.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.ToString();

    // Such as a method of [LoggerMessage].
    private static bool HasGeneratedMember(BaseTypeDeclarationSyntax type) => type.DescendantNodes().OfType<MethodDeclarationSyntax>().Any(method =>
        method.Modifiers.Any(SyntaxKind.PartialKeyword) && method.AttributeLists.Count > 0 && method.Body is null && method.ExpressionBody is null);

    private static string Name(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declaration => declaration.Identifier.Text,
        DelegateDeclarationSyntax declaration => declaration.Identifier.Text,
        _ => "",
    };
}
