namespace TypedSockets.Sessions;

/// <summary>What is remembered of a session that has ended.</summary>
/// <param name="Credentials">Who may ask about it.</param>
/// <param name="Reason">Why it ended.</param>
/// <param name="Numbered">How many messages were numbered for its client, or would have been.</param>
/// <param name="ForgetAt">When it is forgotten.</param>
internal sealed record Tombstone(SessionCredentials Credentials, GapReason Reason, long Numbered, TimeSpan ForgetAt);
