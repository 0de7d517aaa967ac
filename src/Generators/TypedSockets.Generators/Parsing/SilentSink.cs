using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>The generator's sink: the analyzer parses the same contract and reports.</summary>
internal sealed class SilentSink : IDiagnosticSink
{
    internal static readonly SilentSink Instance = new();

    public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments)
    {
    }

    public void ReportPayload(DiagnosticDescriptor rule, Location? location, IReadOnlyList<Location> places, object[] arguments)
    {
    }
}
