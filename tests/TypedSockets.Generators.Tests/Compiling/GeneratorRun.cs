using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedSockets.Generators.Analyzers;

namespace TypedSockets.Generators.Tests.Compiling;

/// <summary>What the generator made of a project.</summary>
internal sealed record GeneratorRun(CSharpCompilation Compilation, SortedDictionary<string, string> Files, ImmutableArray<Diagnostic> GeneratorDiagnostics)
{
    /// <summary>What the analyzers see besides the code.</summary>
    public AnalyzerOptions Options { get; init; } = new([]);

    public static GeneratorRun Of(CSharpCompilation compilation, CSharpParseOptions options)
    {
        var driver = CSharpGeneratorDriver.Create([new HubGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var completed, out var diagnostics);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in driver.GetRunResult().GeneratedTrees)
        {
            files.Add(Path.GetFileName(file.FilePath), file.ToString());
        }

        return new GeneratorRun((CSharpCompilation)completed, files, diagnostics);
    }

    /// <summary>The warnings and errors of the compiler and the generator.</summary>
    public List<Diagnostic> Complaints() =>
        [.. GeneratorDiagnostics, .. Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>TypedSockets' analyzers.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        new ContractAnalyzer(),
        new HubImplementationAnalyzer(),
        new BlockingCallAnalyzer(),
        new CapturedHubAnalyzer(),
        new IgnoredCallAnalyzer(),
        new HubRegistrationAnalyzer(),
        new ContractLockAnalyzer(),
    ];

    /// <summary>What TypedSockets' analyzers report, and their crashes.</summary>
    public List<Diagnostic> Analyze() => Analyze(Analyzers);

    public List<Diagnostic> Analyze(params ImmutableArray<DiagnosticAnalyzer> analyzers) => Compilation
        .WithAnalyzers(analyzers, Options)
        .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
        .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Location.SourceSpan)
        .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
        .ToList();

    /// <summary>Fails, showing the generated code, if the compiler has any complaint.</summary>
    public GeneratorRun CompilesCleanly()
    {
        var complaints = Complaints();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Concat<object>(Files.Select(file => $"// {file.Key}\n{file.Value}"))));
        return this;
    }

    /// <summary>Compiles the project, to be referred to as a package is.</summary>
    public MetadataReference Library() => MetadataReference.CreateFromImage(Image());

    /// <summary>Compiles the project and calls <c>Program.Run()</c>.</summary>
    public string Execute()
    {
        var context = new AssemblyLoadContext(Compilation.AssemblyName, isCollectible: true);
        var program = context.LoadFromStream(new MemoryStream(Image())).GetType("Program")!;
        return (string)program.GetMethod("Run")!.Invoke(null, null)!;
    }

    private byte[] Image()
    {
        using var bytes = new MemoryStream();
        var result = Compilation.Emit(bytes);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return bytes.ToArray();
    }
}
