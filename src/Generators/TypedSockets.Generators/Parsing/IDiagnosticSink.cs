using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// Takes what a parser finds wrong. The generator's sink drops it and the analyzer's sink reports it, so that there is one rule set.
/// </summary>
internal interface IDiagnosticSink
{
    void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments);
}
