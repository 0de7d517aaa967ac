using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Projects;

/// <summary>Versions are chosen in one place.</summary>
public sealed class PackageVersionTests
{
    private static readonly ProjectFile Versions = ProjectFile.Load("Directory.Packages.props");

    [Fact]
    public void What_is_shipped_depends_on_floors() => Violations.None(
        from project in ProjectFile.AllOfTheProduct
        from package in project.PassedPackages
        where VersionOf(package).StartsWith('[')
        select $"{project.Path}: {package} {VersionOf(package)}");

    // A newer one is not loaded by an older compiler, which says so in a mere warning.
    [Theory]
    [InlineData("Microsoft.CodeAnalysis.CSharp")]
    [InlineData("Microsoft.CodeAnalysis.CSharp.Workspaces")]
    public void Roslyn_is_that_of_the_first_SDK_with_CSharp_14(string package) => Assert.Equal("[5.0.0]", VersionOf(package));

    [Fact]
    public void No_project_file_chooses_a_version() => Violations.None(
        from path in Repository.Files(".", "*.csproj")
        let project = ProjectFile.Load(path)
        from item in project.Items("PackageReference")
        where item.Attribute("Version") is not null || item.Attribute("VersionOverride") is not null
        select $"{project.Path}: {ProjectFile.Include(item)}");

    private static string VersionOf(string package) =>
        Versions.Items("PackageVersion").Single(item => ProjectFile.Include(item) == package).Attribute("Version")!.Value;
}
