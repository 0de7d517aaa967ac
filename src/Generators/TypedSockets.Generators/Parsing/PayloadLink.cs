namespace TypedSockets.Generators.Parsing;

/// <summary>A payload type that another one, or a contract, uses.</summary>
/// <param name="Path">Where, relative to the user.</param>
/// <param name="Node">What is used.</param>
internal sealed record PayloadLink(string Path, PayloadNode Node);
