namespace TypedSockets.Sessions;

/// <summary>What a client knows about a session that it has lost.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Unconfirmed">The emits that were sent and of which the server has not said that it has taken them.</param>
/// <param name="NotReceived">How many messages of the server did not arrive; null if that cannot be known.</param>
internal sealed record SessionLoss(GapReason Reason, IReadOnlyList<Unconfirmed> Unconfirmed, long? NotReceived);
