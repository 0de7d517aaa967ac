using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>Something that waits in its channel for its turn: an emit or a call, or a callback of our own that must keep the order.</summary>
internal readonly struct InboundMessage
{
    private readonly MessageBody? _arguments;

    // What answers a call, or a callback: no message has both, and every place in a queue pays for a field.
    private readonly object? _extra;

    /// <summary>An emit or a call.</summary>
    /// <param name="method">The method; null if this end has none of its number: the message is only counted then.</param>
    /// <param name="arguments">The encoded arguments.</param>
    /// <param name="call">What answers it; null for an emit.</param>
    /// <param name="window">The window that it counts in; null for a volatile emit.</param>
    public InboundMessage(HubMethod? method, MessageBody arguments, ChannelCall? call, ReceiveWindow? window)
    {
        Method = method;
        _arguments = arguments;
        _extra = call;
        Window = window;
    }

    public InboundMessage(Func<ValueTask> callback) => _extra = callback;

    public HubMethod? Method { get; }

    /// <summary>What answers it; null for an emit.</summary>
    public ChannelCall? Call => _extra as ChannelCall;

    public Func<ValueTask>? Callback => _extra as Func<ValueTask>;

    /// <summary>The window that it counts in. One of an earlier session is nobody's concern any more.</summary>
    public ReceiveWindow? Window { get; }

    public MessageBody Arguments => _arguments!;

    public int Bytes => _arguments?.Length ?? 0;

    public void Release() => _arguments?.Release();
}
