namespace TypedSockets.Transports;

/// <summary>How the peer closed a socket.</summary>
/// <param name="Code">The WebSocket close code; 1006 if the socket was lost without one (RFC 6455, 7.1.5).</param>
/// <param name="Reason">The peer's text.</param>
internal readonly record struct TransportClose(int Code, string Reason)
{
    public const int AbnormalClosure = 1006;

    public static TransportClose Lost { get; } = new(AbnormalClosure, "the connection was lost");
}
