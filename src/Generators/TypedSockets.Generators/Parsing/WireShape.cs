namespace TypedSockets.Generators.Parsing;

/// <summary>Where the members of a type stand on the wire.</summary>
/// <param name="Slots">The members in wire order; null for a position that is not used.</param>
/// <param name="IsMap">Whether they are written as a map of names.</param>
internal sealed record WireShape(IReadOnlyList<PayloadCandidate?> Slots, bool IsMap);
