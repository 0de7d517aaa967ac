namespace TypedSockets.Sessions;

/// <summary>How much the peer is ready to hold for us, as it said in the handshake.</summary>
/// <param name="Messages">The most untaken emits and calls; one channel may hold half.</param>
/// <param name="Bytes">The most bytes of their arguments; one channel may hold half.</param>
/// <param name="Calls">The most calls in flight.</param>
internal readonly record struct PeerWindow(int Messages, int Bytes, int Calls);
