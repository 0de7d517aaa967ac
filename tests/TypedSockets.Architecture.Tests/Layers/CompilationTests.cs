using Microsoft.CodeAnalysis;
using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Layers;

/// <summary>The other tests here ask what names mean; a name that means nothing would pass them all.</summary>
public sealed class CompilationTests
{
    // A partial method of [LoggerMessage] is written by its generator, which does not run here.
    private const string PartialMethodWithoutBody = "CS8795";

    [Fact]
    public void Every_name_in_the_runtime_means_something() => Violations.None(ErrorsOf(CompiledProject.Runtime));

    [Fact]
    public void Every_name_in_the_generator_means_something() => Violations.None(ErrorsOf(CompiledProject.Generators));

    private static IEnumerable<string> ErrorsOf(CompiledProject project) =>
        project.Compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != PartialMethodWithoutBody)
            .Select(diagnostic => diagnostic.ToString());
}
