using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>Something that waits in its channel for its turn: an emit or a call, or a callback of our own that must keep the order.</summary>
internal readonly struct InboundMessage
{
    // What answers a call, or a callback: no message has both, and every place in a queue pays for a field.
    private readonly object? _extra;

    /// <summary>An emit or a call, without its arguments.</summary>
    /// <param name="method">The method; null if this end has none of its number: the message is only counted then.</param>
    /// <param name="call">What answers it; null for an emit.</param>
    /// <param name="window">The window that it counts in; null for a volatile emit.</param>
    public InboundMessage(HubMethod? method, ChannelCall? call, ReceiveWindow? window)
    {
        Method = method;
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

    /// <summary>The encoded arguments, if they are large; the others lie in the message's <see cref="InboundBatch"/>.</summary>
    public MessageBody? Body { get; private init; }

    /// <summary>Where the arguments begin in the batch.</summary>
    public int Start { get; private init; }

    /// <summary>The size of the arguments.</summary>
    public int Bytes { get; private init; }

    /// <summary>The message with large arguments.</summary>
    public InboundMessage With(MessageBody body) => this with { Body = body, Bytes = body.Length };

    /// <summary>The message with arguments that lie in a batch.</summary>
    public InboundMessage With(int start, int bytes) => this with { Start = start, Bytes = bytes };

    public void Release() => Body?.Release();
}
