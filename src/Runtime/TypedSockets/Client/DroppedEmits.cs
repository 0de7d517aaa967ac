namespace TypedSockets;

/// <summary>Emits that were dropped before they were sent, because that was asked for.</summary>
/// <param name="Event">The contract member, as <c>IChatHub.Typing</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Reason">Why.</param>
public sealed record DroppedEmits(string Event, int Count, DropReason Reason);
