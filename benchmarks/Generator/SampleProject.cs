using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Generator;

/// <summary>A project of so many hubs, each with six methods, four events and a payload type in a file of its own, and one file with none of that.</summary>
internal static class SampleProject
{
    /// <summary>The file that has nothing to do with any contract.</summary>
    public const string OtherFile = "Other.cs";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using TypedSockets;
        """;

    private const string Hub = """
        namespace Sample;

        /// <summary>What the clients ask of shop #.</summary>
        [SocketHub<IShop#Client>("shop#")]
        public partial interface IShop#Hub
        {
            /// <summary>Looks around.</summary>
            void Enter(string name, int visits);
            void Leave();
            [OneWay] ValueTask Watch(List<string> articles, CancellationToken cancel = default);
            Task<Item#> Find(string article, CancellationToken cancel = default);
            Task<List<Item#>> FindAll(Dictionary<string, int> wanted);
            Task Buy(Item# item, int count);
        }

        /// <summary>What shop # tells its clients.</summary>
        public interface IShop#Client
        {
            void Opened(DateTimeOffset at);
            void Arrived(Item# item);
            void Sold(Item# item, int count, decimal price);
            void Closed(string? reason);
        }

        /// <summary>What shop # sells.</summary>
        public sealed record Item#(Guid Id, string Name, double Weight, DateTime Since, List<string> Tags, Item#? Better);
        """;

    private const string Other = "namespace Sample; public static class Other { public static int Number() => 0; }";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    // What the program itself runs on, the runtime among it, is what a user's project refers to.
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("TypedSockets.Generators", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The name of a hub's file.</summary>
    public static string HubFile(int hub) => $"Shop{hub}.cs";

    /// <summary>The compilation before the generator runs.</summary>
    public static CSharpCompilation Create(int hubs) => CSharpCompilation.Create(
        "Sample",
        [Parse(Usings, "Usings.cs"), Parse(Other, OtherFile), .. Enumerable.Range(0, hubs).Select(i => Parse(Hub.Replace("#", $"{i}", StringComparison.Ordinal), HubFile(i)))],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A driver that has not run yet.</summary>
    public static GeneratorDriver CreateDriver() =>
        CSharpGeneratorDriver.Create([new TypedSockets.Generators.HubGenerator().AsSourceGenerator()], parseOptions: Options);

    /// <summary>Replaces a text of one file as an editor does: only what changed is parsed again.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, string file, string before, string after)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
        var text = tree.GetText();
        var start = text.ToString().IndexOf(before, StringComparison.Ordinal);
        return start < 0
            ? throw new ArgumentException($"'{before}' does not stand in {file}.", nameof(before))
            : compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.Replace(start, before.Length, after)));
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(SourceText.From(source), Options, path);
}
