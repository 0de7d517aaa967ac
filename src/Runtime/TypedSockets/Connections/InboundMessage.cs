using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Connections;

/// <summary>An emit or a call that waits in its channel to be handled.</summary>
internal readonly struct InboundMessage(HubMethod method, MessageBody arguments, ChannelCall? call)
{
    public HubMethod Method { get; } = method;

    public MessageBody Arguments { get; } = arguments;

    /// <summary>What answers it; null for an emit.</summary>
    public ChannelCall? Call { get; } = call;
}
