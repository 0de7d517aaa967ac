namespace TypedSockets.Protocol;

/// <summary>The peer broke the protocol: the socket is closed with <see cref="CloseCode"/>, and the text becomes the close reason.</summary>
internal sealed class ProtocolException(SocketCloseCode closeCode, string message)
    : TypedSocketException(message)
{
    public SocketCloseCode CloseCode { get; } = closeCode;
}
