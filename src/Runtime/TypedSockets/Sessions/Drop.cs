using TypedSockets.Hubs;

namespace TypedSockets.Sessions;

/// <summary>An emit that was dropped before it was sent.</summary>
internal readonly record struct Drop(HubMethod Method, DropReason Reason);
