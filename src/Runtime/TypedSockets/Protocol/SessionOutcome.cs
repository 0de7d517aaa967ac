namespace TypedSockets.Protocol;

/// <summary>What became of the session that a client asked for.</summary>
internal enum SessionOutcome
{
    New = 0,
    Resumed = 1,
    Lost = 2,
}
