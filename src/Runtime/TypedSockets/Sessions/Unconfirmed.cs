namespace TypedSockets;

/// <summary>An emit whose fate is not known, because its session was lost: it was sent, and the server has not said that it was taken.</summary>
/// <param name="Hub">The hub's name.</param>
/// <param name="Event">The contract member, as <c>IChatHub.Post</c>.</param>
/// <param name="Number">Its number within the lost session, from 1 in the order of sending.</param>
public sealed record Unconfirmed(string Hub, string Event, long Number);
