using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.WebSockets;

/// <summary>What a client can do wrong below our own protocol. The close code is the WebSocket's own one, so that any WebSocket client knows it.</summary>
internal static class WebSocketErrors
{
    // RFC 6455, 7.4.1: an endpoint terminates the connection due to a protocol error.
    private const SocketCloseCode ProtocolError = (SocketCloseCode)1002;

    public static ProtocolException Malformed(string problem) => new(ProtocolError, problem);
}
