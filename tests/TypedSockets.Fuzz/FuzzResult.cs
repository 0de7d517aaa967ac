namespace TypedSockets.Fuzz;

/// <summary>What became of a target's inputs.</summary>
/// <param name="Target">The target.</param>
/// <param name="Inputs">How many there were.</param>
/// <param name="Refused">How many of them were refused.</param>
/// <param name="MostBytes">The most that one of them allocated.</param>
/// <param name="Slowest">The longest that one of them took.</param>
internal sealed record FuzzResult(string Target, long Inputs, long Refused, long MostBytes, TimeSpan Slowest);
