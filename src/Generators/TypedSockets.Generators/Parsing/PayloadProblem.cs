using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>A broken rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Path">Where, relative to the type that was parsed: <c>.Author</c>, <c>[]</c>.</param>
/// <param name="Arguments">The message's arguments after the path.</param>
internal sealed record PayloadProblem(DiagnosticDescriptor Rule, string Path, object[] Arguments);
