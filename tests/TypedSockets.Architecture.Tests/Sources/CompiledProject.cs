using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedSockets.Architecture.Tests.Sources;

/// <summary>A project's sources with what their names mean. Its folder's subfolders are its layers.</summary>
internal sealed class CompiledProject
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly Lazy<CompiledProject> LazyRuntime = new(() => new CompiledProject("src/Runtime/TypedSockets"));
    private static readonly Lazy<CompiledProject> LazyGenerators = new(() => new CompiledProject("src/Generators/TypedSockets.Generators"));

    private readonly string _folder;

    private CompiledProject(string folder)
    {
        _folder = Repository.FullPath(folder);
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        Compilation = CSharpCompilation.Create(
            Path.GetFileName(_folder),
            [
                CSharpSyntaxTree.ParseText(ImplicitUsings, options, Path.Combine(_folder, "ImplicitUsings.g.cs")),
                .. Repository.Files(folder, "*.cs").Concat(LinkedFiles(_folder)).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file)),
            ],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    public static CompiledProject Runtime => LazyRuntime.Value;

    public static CompiledProject Generators => LazyGenerators.Value;

    public CSharpCompilation Compilation { get; }

    public IEnumerable<string> Folders =>
        Repository.Files(Repository.RelativePath(_folder), "*.cs").Select(FolderOf).Where(folder => folder.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>The subfolder that a file lies in; empty for a file of another project, and for one beside the project file.</summary>
    public string FolderOf(string file)
    {
        var path = Path.GetRelativePath(_folder, file).Replace('\\', '/');
        var end = path.IndexOf('/', StringComparison.Ordinal);
        return end < 0 || path.StartsWith("..", StringComparison.Ordinal) ? "" : path[..end];
    }

    public IReadOnlyList<TypeUse> UsesIn(string folder) =>
        [.. Compilation.SyntaxTrees.Where(tree => FolderOf(tree.FilePath) == folder).SelectMany(tree => TypeUses.In(this, tree))];

    // They lie in another project, whose layers they belong to.
    private static IEnumerable<string> LinkedFiles(string folder) =>
        XDocument.Load(Path.Combine(folder, $"{Path.GetFileName(folder)}.csproj")).Descendants("Compile")
            .Select(item => Path.GetFullPath(Path.Combine(folder, item.Attribute("Include")!.Value)));

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("TypedSockets", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
}
