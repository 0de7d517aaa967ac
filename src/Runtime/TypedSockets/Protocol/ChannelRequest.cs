namespace TypedSockets.Protocol;

/// <summary>A hub that the client wants to open, and the contract that it was built from.</summary>
/// <param name="Hub">The hub's wire name.</param>
/// <param name="Fingerprint">The contract's fingerprint, 16 bytes.</param>
internal sealed record ChannelRequest(string Hub, byte[] Fingerprint);
