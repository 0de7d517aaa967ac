namespace TypedSockets.Testing.Tests.Hubs;

/// <summary>A payload.</summary>
public sealed record Score(string Player, int Points);
