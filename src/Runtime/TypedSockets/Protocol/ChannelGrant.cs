namespace TypedSockets.Protocol;

/// <summary>An opened hub, and its number on the wire: the server's, the same for every client.</summary>
/// <param name="Hub">The hub's wire name.</param>
/// <param name="Id">The channel's number.</param>
/// <param name="Manifest">The server's manifest; null if the client's contract is the same.</param>
internal sealed record ChannelGrant(string Hub, uint Id, string? Manifest = null);
