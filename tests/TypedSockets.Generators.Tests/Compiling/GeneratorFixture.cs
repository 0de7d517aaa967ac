using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TypedSockets.Generators.Tests.Compiling;

/// <summary>A project as a user has it: it refers to the framework and the runtime, and the generator runs in it.</summary>
internal sealed record GeneratorFixture
{
    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("TypedSockets.Generators", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private const string UsingsFile = "Usings.cs";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using TypedSockets;
        """;

    private static readonly AnalyzerFileReference Generator = new(typeof(HubGenerator).Assembly.Location, new LoadedAssemblies());

    public string Name { get; init; } = "Contract";

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    /// <summary>Whether XML documentation is checked, as it is where a documentation file is written.</summary>
    public bool Documents { get; init; }

    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>The text of the contract lock; null if there is none.</summary>
    public string? Lock { get; init; }

    /// <summary>Whether it is built as a build server builds it.</summary>
    public bool IsDeployed { get; init; }

    /// <summary>Compiles files of the names <c>0.cs</c>, <c>1.cs</c> and so on, and runs the generator on them.</summary>
    public GeneratorRun Run(params string[] sources) => GeneratorRun.Of(Compile(sources), ParseOptions) with { Options = LockOptions.Of(Lock, IsDeployed) };

    /// <summary>The compilation as it is before the generator runs.</summary>
    public CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        Name,
        [Parse(Usings, UsingsFile), .. sources.Select((source, i) => Parse(source, $"{i}.cs"))],
        [.. Framework, .. References],
        CompilationOptions);

    /// <summary>The same project as an editor has it.</summary>
    public Project Open(AdhocWorkspace workspace, params string[] sources) => Open(workspace.CurrentSolution, [], sources);

    /// <summary>The same project beside others in an editor, some of which it refers to.</summary>
    public Project Open(Solution others, ProjectReference[] references, params string[] sources)
    {
        var id = ProjectId.CreateNewId();
        var project = ProjectInfo.Create(
            id, VersionStamp.Default, Name, Name, LanguageNames.CSharp,
            compilationOptions: CompilationOptions, parseOptions: ParseOptions,
            projectReferences: references, metadataReferences: [.. Framework, .. References], analyzerReferences: [Generator]);
        var solution = others.AddProject(project).AddDocument(DocumentId.CreateNewId(id), UsingsFile, Usings);
        for (var i = 0; i < sources.Length; i++)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), $"{i}.cs", sources[i]);
        }

        return solution.GetProject(id)!;
    }

    public SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(SourceText.From(source), ParseOptions, path);

    private static CSharpCompilationOptions CompilationOptions =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable).WithWarningLevel(9999);

    public CSharpParseOptions ParseOptions =>
        new(Language, Documents ? DocumentationMode.Diagnose : DocumentationMode.Parse);
}
