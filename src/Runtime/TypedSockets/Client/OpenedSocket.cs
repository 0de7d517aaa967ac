using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Client;

/// <summary>A socket whose handshake is done.</summary>
/// <param name="Transport">The socket.</param>
/// <param name="Welcome">What the server has said.</param>
/// <param name="Replayed">How many messages are written again; null if the session is new.</param>
internal sealed record OpenedSocket(ITransport Transport, WelcomeMessage Welcome, long? Replayed);
