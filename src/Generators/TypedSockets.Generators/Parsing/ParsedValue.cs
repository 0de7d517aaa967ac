using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>What is known about a type, wherever it stands.</summary>
/// <param name="Value">The value; null if it is not allowed.</param>
/// <param name="Findings">What is wrong with it, and which payload types it uses.</param>
internal sealed record ParsedValue(ValueModel? Value, PayloadFindings Findings);
