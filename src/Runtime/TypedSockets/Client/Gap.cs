namespace TypedSockets;

/// <summary>
/// What a lost session has cost, in one direction. It is raised once for each lost session and direction in which something may be missing, before
/// anything of the new session is handled.
/// </summary>
/// <param name="Direction">Which way the messages went.</param>
/// <param name="Reason">Why the session was lost.</param>
/// <param name="Count">How many messages are concerned, or null if that cannot be known: of those from the server, if it no longer remembers the session.</param>
/// <param name="Unconfirmed">The emits whose fate is not known: they were sent, and the server has not said that they were taken. Empty for
/// <see cref="GapDirection.FromServer"/>. Calls are not among them: their tasks fail. What was never sent is not lost: it follows in the new session.</param>
public sealed record Gap(GapDirection Direction, GapReason Reason, long? Count, IReadOnlyList<Unconfirmed> Unconfirmed);
