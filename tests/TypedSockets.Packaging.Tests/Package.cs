using System.IO.Compression;
using System.Xml.Linq;

namespace TypedSockets.Packaging.Tests;

/// <summary>What is inside a nupkg.</summary>
internal sealed class Package
{
    private readonly XElement _metadata;

    public Package(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        Files = [.. archive.Entries.Select(entry => entry.FullName).Where(IsOurs).Order(StringComparer.Ordinal)];
        using var nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        _metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    /// <summary>The files, without what every package has.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>What it depends on, as <c>id version</c>.</summary>
    public IEnumerable<string> Dependencies => Elements("dependency").Select(item => $"{Attribute(item, "id")} {Attribute(item, "version")}").Order(StringComparer.Ordinal);

    /// <summary>The dependencies that pass on everything, analyzers among it.</summary>
    public IEnumerable<string> WholeDependencies =>
        Elements("dependency").Where(item => Attribute(item, "include") == "All" && Attribute(item, "exclude").Length == 0).Select(item => Attribute(item, "id"));

    /// <summary>The frameworks that it is for.</summary>
    public IEnumerable<string> TargetFrameworks => Elements("group").Select(item => Attribute(item, "targetFramework")).Distinct();

    public IEnumerable<string> FrameworkReferences => Elements("frameworkReference").Select(item => Attribute(item, "name"));

    public string this[string element] => Elements(element).SingleOrDefault()?.Value ?? "";

    private static bool IsOurs(string file) =>
        file != "[Content_Types].xml" && !file.StartsWith("_rels/", StringComparison.Ordinal) && !file.StartsWith("package/", StringComparison.Ordinal);

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? "";

    private IEnumerable<XElement> Elements(string name) => _metadata.Descendants().Where(element => element.Name.LocalName == name);
}
