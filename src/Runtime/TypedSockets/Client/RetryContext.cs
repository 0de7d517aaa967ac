namespace TypedSockets;

/// <summary>What a reconnect policy decides by.</summary>
/// <param name="Attempt">Which dial this will be since the line was lost, from 1. It goes on counting if the line did not stay open for 10 s.</param>
/// <param name="Elapsed">How long ago the line was lost.</param>
/// <param name="LastError">Why the last dial failed; null if the line was open.</param>
/// <param name="CloseCode">The code that the socket was closed with, if it was; 1006 if the line was lost.</param>
/// <param name="ServerRetryAfter">How long the server asks to wait, if it does. A policy should not go below.</param>
public sealed record RetryContext(int Attempt, TimeSpan Elapsed, Exception? LastError, int? CloseCode, TimeSpan? ServerRetryAfter);
