using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TypedSockets.Generators.Emission;
using TypedSockets.Generators.Model;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Tests.Payloads;

/// <summary>
/// Parses the type of a value, writes its codecs, compiles both and runs them. The value is the first parameter of <c>IProbe.Send</c>.
/// </summary>
internal sealed class PayloadFixture
{
    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not ("TypedSockets.Generators.dll" or "TypedSockets.Generators.Tests.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // Off in every project of the SDK: a package may be built against an older version of a framework assembly.
    private static readonly Dictionary<string, ReportDiagnostic> UnifiedVersions = new() { ["CS1701"] = ReportDiagnostic.Suppress };

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using TypedSockets;

        """;

    private readonly byte[][] _libraries;

    private PayloadFixture(CSharpCompilation compilation, INamedTypeSymbol contract, byte[][] libraries)
    {
        _libraries = libraries;
        Compilation = compilation;
        var sink = new ProblemList();
        Parser = new PayloadParser(compilation, sink);
        Problems = sink.Problems;
        foreach (var parameter in contract.GetMembers().OfType<IMethodSymbol>().SelectMany(method => method.Parameters))
        {
            var path = $"{contract.Name}.{parameter.ContainingSymbol.Name}.{parameter.Name}";
            var codec = CustomCodec.AttributeOf(parameter.GetAttributes());
            Values.Add(Parser.ParseValue(parameter.Type, Location.None, path, contract.DeclaredAccessibility, codec));
        }
    }

    public CSharpCompilation Compilation { get; }

    public PayloadParser Parser { get; }

    public List<ValueModel?> Values { get; } = [];

    public ValueModel Value => Values[0]!;

    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Parses a generic method.</summary>
    public static PayloadFixture Parse(string parameters, string code, string typeParameters) => ParseMethod($"Send{typeParameters}({parameters})", code, []);

    /// <summary>Parses <c>interface IProbe { void Send(…); }</c> with the types of <paramref name="code"/>.</summary>
    public static PayloadFixture Parse(string parameters, string code = "", params byte[][] libraries) => ParseMethod($"Send({parameters})", code, libraries);

    /// <summary>Parses the methods of the hub <c>IChatHub</c>.</summary>
    public static PayloadFixture ParseHub(string code, params byte[][] libraries) => ParseContract(code, "IChatHub", libraries);

    private static PayloadFixture ParseMethod(string method, string code, byte[][] libraries) =>
        ParseContract($"{code}\npublic interface IProbe {{ void {method}; }}", "IProbe", libraries);

    private static PayloadFixture ParseContract(string code, string contract, byte[][] libraries)
    {
        var compilation = Compile("Probe", code, [.. libraries.Select(image => MetadataReference.CreateFromImage(image))]);
        return new(compilation, compilation.GetTypeByMetadataName(contract)!, libraries);
    }

    public static CSharpCompilation Compile(string name, string code, params MetadataReference[] references) => CSharpCompilation.Create(
        name,
        [Tree(Usings), Tree(code)],
        [.. Framework, .. references],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: code.Contains("unsafe ", StringComparison.Ordinal))
            .WithSpecificDiagnosticOptions(UnifiedVersions));

    /// <summary>Compiles a library, to be referred to as a package is.</summary>
    public static byte[] Library(string code, string name = "Library")
    {
        using var bytes = new MemoryStream();
        var result = Compile(name, code).Emit(bytes);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return bytes.ToArray();
    }

    /// <summary>The generated files, by hint name.</summary>
    public Dictionary<string, string> Files() =>
        PayloadSet.Distinct(Parser.Payloads).ToDictionary(payload => payload.Name.Hint, PayloadCodecEmitter.Emit);

    /// <summary>Compiles everything without a warning, as user code and without the marker of generated code, and loads it.</summary>
    public PayloadProgram Run()
    {
        Assert.DoesNotContain(Problems, problem => problem.Severity == DiagnosticSeverity.Error);
        var files = Files().Select(file => Tree(file.Value.Replace("// <auto-generated/>", ""), file.Key + ".g.cs"));
        var program = Compilation.AddSyntaxTrees(files).AddSyntaxTrees(Tree(Codecs()));
        var complaints = program.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Concat<object>(Files().Values)));

        using var bytes = new MemoryStream();
        Assert.True(program.Emit(bytes).Success);
        return new PayloadProgram(bytes.ToArray(), _libraries);
    }

    private string Codecs() => string.Join('\n', Values.Select((value, i) => $$"""
        #nullable enable
        #pragma warning disable CS8631
        internal static class Codec{{i}}
        {
            public static void Write(ref TypedSockets.Codecs.PayloadWriter writer, {{value!.Type}} value) => {{value.Codec}}.Write(ref writer, value);
            public static {{value.Type}} Read(ref TypedSockets.Codecs.PayloadReader reader) => {{value.Codec}}.Read(ref reader);
        }
        """));

    private static SyntaxTree Tree(string code, string path = "") =>
        CSharpSyntaxTree.ParseText(SourceText.From(code), new CSharpParseOptions(LanguageVersion.CSharp14), path);

    internal sealed record Problem(string Id, DiagnosticSeverity Severity, string Message);

    private sealed class ProblemList : IDiagnosticSink
    {
        public List<Problem> Problems { get; } = [];

        public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments)
        {
            var diagnostic = Diagnostic.Create(rule, location, arguments);
            Problems.Add(new Problem(rule.Id, diagnostic.Severity, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        }

        public void ReportPayload(DiagnosticDescriptor rule, Location? location, IReadOnlyList<Location> places, object[] arguments) =>
            Report(rule, location, arguments);
    }
}
