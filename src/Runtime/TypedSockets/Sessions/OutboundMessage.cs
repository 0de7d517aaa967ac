using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Sessions;

/// <summary>A message in the outbox. Wire ids are looked up when it is written, so that it cannot mean something else after a redeploy.</summary>
internal readonly struct OutboundMessage
{
    /// <summary>The channel of messages that belong to none.</summary>
    public const int NoChannel = -1;

    // What an entry costs besides its body: its place in the ring, and its envelope on the wire.
    private const int Overhead = 64;

    // The text of an error or the delivery of an emit: no message has both, and every entry of the ring pays for a field.
    private readonly object? _extra;

    private OutboundMessage(MessageKind kind, int channel, HubMethod? method, uint callId, MessageBody? body, SocketErrorCode errorCode, object? extra)
    {
        Kind = kind;
        Channel = channel;
        Method = method;
        CallId = callId;
        Body = body;
        ErrorCode = errorCode;
        _extra = extra;
    }

    public MessageKind Kind { get; }

    /// <summary>The index of the channel at this end.</summary>
    public int Channel { get; }

    public HubMethod? Method { get; }

    public uint CallId { get; }

    public MessageBody? Body { get; }

    public SocketErrorCode ErrorCode { get; }

    public string? ErrorText => _extra as string;

    /// <summary>What an emit's sender asked for beyond the ordinary.</summary>
    public Delivery? Delivery => _extra as Delivery;

    /// <summary>When the message expires, as a timestamp.</summary>
    public long ExpiresAt => Delivery?.ExpiresAt ?? long.MaxValue;

    /// <summary>Whether the message expires.</summary>
    public bool Expires => ExpiresAt != long.MaxValue;

    /// <summary>Whether the receiver's window bounds it: emits and calls.</summary>
    public bool IsWindowed => Kind is MessageKind.Emit or MessageKind.Invoke;

    /// <summary>The size that counts against windows: that of the arguments.</summary>
    public int WindowBytes => Body?.Length ?? 0;

    /// <summary>The size that counts against the outbox.</summary>
    public int OutboxBytes => WindowBytes + (ErrorText?.Length ?? 0) + Overhead;

    public static OutboundMessage Emit(int channel, HubMethod method, MessageBody body, Delivery? delivery = null) =>
        new(MessageKind.Emit, channel, method, 0, body, default, delivery);

    public static OutboundMessage Invoke(int channel, HubMethod method, uint callId, MessageBody body) =>
        new(MessageKind.Invoke, channel, method, callId, body, default, null);

    public static OutboundMessage Result(uint callId, MessageBody body) =>
        new(MessageKind.Result, NoChannel, null, callId, body, default, null);

    public static OutboundMessage Error(uint callId, SocketErrorCode code, string? text) =>
        new(MessageKind.Error, NoChannel, null, callId, null, code, text);

    public static OutboundMessage Cancel(uint callId) =>
        new(MessageKind.Cancel, NoChannel, null, callId, null, default, null);

    public static OutboundMessage Control(MessageKind kind, MessageBody body) =>
        new(kind, NoChannel, null, 0, body, default, null);
}
