namespace TypedSockets.Testing.Faults;

/// <summary>A cut that waits for its byte.</summary>
/// <param name="Bytes">How many bytes are still to be forwarded before it.</param>
/// <param name="Kind">How it is done.</param>
internal sealed record PlannedCut(long Bytes, CutKind Kind);
