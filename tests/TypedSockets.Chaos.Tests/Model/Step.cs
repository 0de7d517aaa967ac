namespace TypedSockets.Chaos.Tests.Model;

/// <summary>What an action leads to: a state, or the words for what must not happen.</summary>
internal readonly record struct Step(ModelAction Action, ModelState? State, string? Violation);
