namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>Something happened in a run that must never happen.</summary>
internal sealed class InvariantException(string invariant) : Exception(invariant);
