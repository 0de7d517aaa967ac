using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedSockets.Generators.Tests.Contracts;

/// <summary>What came of a user's source.</summary>
/// <param name="Files">The generated files, by name.</param>
/// <param name="Compilation">The user's source with the generated files, stripped of what marks them as generated.</param>
/// <param name="Reports">What the analyzers report.</param>
internal sealed record ContractRun(IReadOnlyDictionary<string, string> Files, CSharpCompilation Compilation, ImmutableArray<Diagnostic> Reports)
{
    /// <summary>What the compiler complains of, warnings included; user code and generated code alike. Only the user's code may be without documentation.</summary>
    public IReadOnlyList<Diagnostic> Complaints { get; } =
    [
        .. Compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Where(diagnostic => diagnostic.Id != "CS1591" || diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true),
    ];

    /// <summary>The text of one generated file.</summary>
    public string this[string name] => Files[name];

    /// <summary>Expects that neither the compiler nor the analyzers complain.</summary>
    public ContractRun IsClean()
    {
        Assert.True(Reports.IsEmpty, string.Join('\n', Reports));
        Compiles();
        return this;
    }

    /// <summary>Expects that the compiler does not complain, whatever the analyzers report.</summary>
    public ContractRun Compiles()
    {
        Assert.True(Complaints.Count == 0, string.Join('\n', Complaints.Select(Describe)));
        return this;
    }

    private static string Describe(Diagnostic complaint)
    {
        var span = complaint.Location.GetLineSpan();
        var line = complaint.Location.SourceTree?.GetText().Lines[span.StartLinePosition.Line].ToString();
        return $"{complaint}\n    {line}";
    }
}
