namespace TypedSockets.Sessions;

/// <summary>The answer to a claim.</summary>
/// <typeparam name="TSession">What stands for a session.</typeparam>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Session">The session, if it goes on.</param>
/// <param name="Reason">Why it was lost.</param>
/// <param name="Numbered">How many messages the server had numbered for the client when the session ended; -1 if that is not known.</param>
internal readonly record struct SessionClaim<TSession>(
    SessionClaimOutcome Outcome, TSession? Session = null, GapReason Reason = GapReason.Unknown, long Numbered = -1)
    where TSession : class;
