namespace TypedSockets.Testing.Faults;

/// <summary>What is to be done with the first bytes of a chunk.</summary>
/// <param name="Count">How many of them.</param>
/// <param name="IsSwallowed">Whether they are thrown away instead of forwarded.</param>
/// <param name="Cut">How to cut the connection once they were forwarded; null for not at all.</param>
internal readonly record struct Passage(int Count, bool IsSwallowed = false, CutKind? Cut = null);
