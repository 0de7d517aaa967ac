using System.Xml.Linq;

namespace TypedSockets.Architecture.Tests.Sources;

/// <summary>What a project file says.</summary>
internal sealed class ProjectFile
{
    private readonly XDocument _document;

    private ProjectFile(string path)
    {
        Path = Repository.RelativePath(path);
        _document = XDocument.Load(path);
    }

    public static IReadOnlyList<ProjectFile> AllOfTheProduct => [.. Repository.Files("src", "*.csproj").Select(path => new ProjectFile(path))];

    public string Path { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The packages that whoever references the project gets as well.</summary>
    public IEnumerable<string> PassedPackages => Items("PackageReference").Where(item => Metadata(item, "PrivateAssets") != "all").Select(Include);

    /// <summary>The projects whose types it uses.</summary>
    public IEnumerable<string> UsedProjects =>
        Items("ProjectReference").Where(item => Metadata(item, "ReferenceOutputAssembly") != "false").Select(ProjectName);

    /// <summary>The projects that must only be built before.</summary>
    public IEnumerable<string> CarriedProjects =>
        Items("ProjectReference").Where(item => Metadata(item, "ReferenceOutputAssembly") == "false").Select(ProjectName);

    /// <summary>The used projects whose analyzers reach whoever references this one.</summary>
    public IEnumerable<string> PassedProjects =>
        Items("ProjectReference").Where(item => Metadata(item, "PrivateAssets") == "none").Select(ProjectName);

    public IEnumerable<string> Frameworks => Items("FrameworkReference").Select(Include);

    public string? Property(string name) => _document.Descendants(name).LastOrDefault()?.Value;

    public static ProjectFile Load(string path) => new(Repository.FullPath(path));

    public IEnumerable<XElement> Items(string name) => _document.Descendants(name).Where(item => item.Attribute("Include") is not null);

    public static string Include(XElement item) => item.Attribute("Include")!.Value;

    private static string ProjectName(XElement item) => System.IO.Path.GetFileNameWithoutExtension(Include(item).Replace('\\', '/'));

    private static string? Metadata(XElement item, string name) => item.Attribute(name)?.Value ?? item.Element(name)?.Value;
}
