namespace TypedSockets;

/// <summary>A session that has begun because the one before was lost.</summary>
/// <param name="ConnectionId">The new connection's id on the server.</param>
/// <param name="Reason">Why the one before was lost.</param>
public sealed record ReplacedSession(string ConnectionId, GapReason Reason);
