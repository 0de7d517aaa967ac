namespace TypedSockets.Packaging.Tests;

/// <summary>What is inside the packages.</summary>
[Collection(PackageFeedCollection.Name)]
public sealed class PackageContentTests(PackageFeed feed)
{
    [Fact]
    public void There_are_as_many_packages_as_projects_of_the_runtime() => Assert.Equal(
        [$"TypedSockets.{feed.Version}.nupkg", $"TypedSockets.AspNetCore.{feed.Version}.nupkg", $"TypedSockets.Testing.{feed.Version}.nupkg"],
        Directory.GetFiles(feed.Packages).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void The_runtime_s_package_holds_the_runtime_the_generator_its_fixes_and_the_build_task_and_nothing_else() => Assert.Equal(
        [
            "README.md",
            "TypedSockets.nuspec",
            "analyzers/dotnet/cs/TypedSockets.CodeFixes.dll",
            "analyzers/dotnet/cs/TypedSockets.Generators.dll",
            "buildMultiTargeting/TypedSockets.targets",
            "buildTransitive/TypedSockets.props",
            "buildTransitive/TypedSockets.targets",
            "lib/net10.0/TypedSockets.dll",
            "lib/net10.0/TypedSockets.xml",
            "tools/netstandard2.0/TypedSockets.Tasks.dll",
        ],
        feed.Open("TypedSockets").Files);

    [Theory]
    [InlineData("TypedSockets.AspNetCore")]
    [InlineData("TypedSockets.Testing")]
    public void A_package_above_the_runtime_holds_its_library_alone(string id) =>
        Assert.Equal(["README.md", $"{id}.nuspec", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], feed.Open(id).Files);

    // The last two are MessagePack's and Logging's own, in versions that are known to work.
    [Fact]
    public void The_runtime_depends_on_floors() => Assert.Equal(
        [
            "MessagePack 2.5.307",
            "Microsoft.Extensions.DependencyInjection.Abstractions 10.0.0",
            "Microsoft.Extensions.Logging.Abstractions 10.0.0",
            "Microsoft.NET.StringTools 17.7.2",
        ],
        feed.Open("TypedSockets").Dependencies);

    [Fact]
    public void The_server_s_package_depends_on_the_runtime_of_its_version() =>
        Assert.Contains($"TypedSockets {feed.Version}", feed.Open("TypedSockets.AspNetCore").Dependencies);

    [Theory]
    [InlineData("TypedSockets.AspNetCore")]
    [InlineData("TypedSockets.Testing")]
    public void A_package_above_the_runtime_passes_the_generator_on(string id) =>
        Assert.Contains("TypedSockets", feed.Open(id).WholeDependencies);

    [Theory]
    [InlineData("TypedSockets", 0)]
    [InlineData("TypedSockets.AspNetCore", 1)]
    [InlineData("TypedSockets.Testing", 1)]
    public void Only_the_packages_for_servers_need_AspNetCore(string id, int references) =>
        Assert.Equal(Enumerable.Repeat("Microsoft.AspNetCore.App", references), feed.Open(id).FrameworkReferences);

    [Theory]
    [InlineData("TypedSockets")]
    [InlineData("TypedSockets.AspNetCore")]
    [InlineData("TypedSockets.Testing")]
    public void A_package_says_what_it_is(string id)
    {
        var package = feed.Open(id);

        Assert.Equal((id, feed.Version, "MIT", "README.md"), (package["id"], package["version"], package["license"], package["readme"]));
        Assert.NotEmpty(package["description"]);
    }
}
