using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Projects;

/// <summary>Who may reference whom. A new project gets its row here.</summary>
public sealed class ProjectReferenceTests
{
    private const string AspNetCore = "Microsoft.AspNetCore.App";

    private static readonly ProjectReferences[] Table =
    [
        new("TypedSockets") { Packages = ["MessagePack", "Microsoft.Extensions.Logging.Abstractions"] },
        new("TypedSockets.AspNetCore") { Projects = ["TypedSockets"], Frameworks = [AspNetCore] },
        new("TypedSockets.Testing") { Projects = ["TypedSockets", "TypedSockets.AspNetCore"], Frameworks = [AspNetCore] },
        new("TypedSockets.Generators"),
        new("TypedSockets.CodeFixes") { Projects = ["TypedSockets.Generators"] },
        new("TypedSockets.Tasks"),
    ];

    public static TheoryData<string> Names => [.. ProjectFile.AllOfTheProduct.Select(project => project.Name)];

    [Fact]
    public void Every_project_has_a_row() =>
        Assert.Equal(Table.Select(row => row.Name).Order(), ProjectFile.AllOfTheProduct.Select(project => project.Name).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_passes_on_the_packages_of_its_row(string name) => Assert.Equal(Row(name).Packages, Find(name).PassedPackages.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_uses_the_projects_of_its_row(string name) => Assert.Equal(Row(name).Projects, Find(name).UsedProjects.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_uses_the_frameworks_of_its_row(string name) => Assert.Equal(Row(name).Frameworks, Find(name).Frameworks.Order());

    [Theory]
    [InlineData("TypedSockets.AspNetCore")]
    [InlineData("TypedSockets.Testing")]
    public void A_project_above_the_runtime_passes_the_generator_on(string name) =>
        Assert.Equal(Row(name).Projects, Find(name).PassedProjects.Order());

    [Fact]
    public void The_runtime_carries_the_generator_its_fixes_and_the_build_task_and_does_not_use_them() =>
        Assert.Equal(["TypedSockets.Generators", "TypedSockets.CodeFixes", "TypedSockets.Tasks"], Find("TypedSockets").CarriedProjects);

    [Theory]
    [InlineData("TypedSockets.Generators")]
    [InlineData("TypedSockets.CodeFixes")]
    [InlineData("TypedSockets.Tasks")]
    public void What_a_build_loads_is_built_for_every_host_of_one(string name) => Assert.Equal("netstandard2.0", Find(name).Property("TargetFramework"));

    [Theory]
    [InlineData("TypedSockets.Generators")]
    [InlineData("TypedSockets.CodeFixes")]
    [InlineData("TypedSockets.Tasks")]
    public void What_a_build_loads_is_no_package_of_its_own(string name) => Assert.Equal("false", Find(name).Property("IsPackable"));

    private static ProjectReferences Row(string name) => Table.Single(row => row.Name == name);

    private static ProjectFile Find(string name) => ProjectFile.AllOfTheProduct.Single(project => project.Name == name);
}
