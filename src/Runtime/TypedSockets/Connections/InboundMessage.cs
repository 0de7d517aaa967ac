using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>Something that waits in its channel for its turn: an emit or a call, or a callback of our own that must keep the order.</summary>
internal readonly struct InboundMessage
{
    private readonly MessageBody? _arguments;

    public InboundMessage(HubMethod method, MessageBody arguments, ChannelCall? call, bool isVolatile = false)
    {
        Method = method;
        _arguments = arguments;
        Call = call;
        IsVolatile = isVolatile;
    }

    public InboundMessage(Func<ValueTask> callback) => Callback = callback;

    private InboundMessage(in InboundMessage message, ReceiveWindow window)
    {
        this = message;
        Window = window;
    }

    public HubMethod? Method { get; }

    /// <summary>What answers it; null for an emit.</summary>
    public ChannelCall? Call { get; }

    public Func<ValueTask>? Callback { get; }

    /// <summary>Whether it came without a number, so that nobody counts on it.</summary>
    public bool IsVolatile { get; }

    /// <summary>The window that it counts in. One of an earlier session is nobody's concern any more.</summary>
    public ReceiveWindow? Window { get; }

    public MessageBody Arguments => _arguments!;

    public int Bytes => _arguments?.Length ?? 0;

    public InboundMessage CountedIn(ReceiveWindow window) => new(this, window);

    public void Release() => _arguments?.Release();
}
