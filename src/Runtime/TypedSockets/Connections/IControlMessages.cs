using TypedSockets.Protocol;

namespace TypedSockets.Connections;

/// <summary>The messages that mean something at one end only: opening channels, closing.</summary>
internal interface IControlMessages
{
    /// <summary>Handles a message.</summary>
    /// <returns>False if this end does not know the kind.</returns>
    /// <exception cref="ProtocolException">The other end broke the protocol.</exception>
    bool TryHandle(MessageKind kind, ReadOnlySpan<byte> body);
}
