namespace Peers.Typed;

/// <summary>What a call answers.</summary>
public sealed record Move(string Player, int X, double Y);
