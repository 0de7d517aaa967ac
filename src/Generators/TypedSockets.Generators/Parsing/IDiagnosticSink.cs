using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// Takes what a parser finds wrong. The generator's sink drops it and the analyzer's sink reports it, so that there is one rule set.
/// </summary>
internal interface IDiagnosticSink
{
    void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments);

    /// <summary>Reports what is wrong with a payload type at the contract that uses it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="location">Where the contract uses the type.</param>
    /// <param name="places">The declarations in the payload type that a fix would change; empty where there are none but the contract's own.</param>
    /// <param name="arguments">The message's arguments.</param>
    void ReportPayload(DiagnosticDescriptor rule, Location? location, IReadOnlyList<Location> places, object[] arguments);
}
