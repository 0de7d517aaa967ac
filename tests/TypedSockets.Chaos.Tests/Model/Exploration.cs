namespace TypedSockets.Chaos.Tests.Model;

/// <summary>What a search has found.</summary>
/// <param name="States">How many different states it reached.</param>
/// <param name="Transitions">How many actions it tried.</param>
/// <param name="QuiescentStates">In how many of the states all is quiet. Only there a loss can be seen.</param>
/// <param name="Occurrences">How often it tried each action.</param>
/// <param name="Violation">What it found wrong, where it stopped; null if it went through all.</param>
internal sealed record Exploration(
    int States, long Transitions, int QuiescentStates, IReadOnlyDictionary<ModelAction, long> Occurrences, Violation? Violation);
