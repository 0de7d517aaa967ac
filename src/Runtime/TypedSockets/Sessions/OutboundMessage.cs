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

    private OutboundMessage(MessageKind kind, int channel, HubMethod? method, uint callId, OutboundBody body, SocketErrorCode errorCode, object? extra)
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

    public OutboundBody Body { get; private init; }

    public SocketErrorCode ErrorCode { get; }

    public string? ErrorText => _extra as string;

    /// <summary>What the sender asked for beyond the ordinary.</summary>
    public Delivery? Delivery => _extra as Delivery;

    /// <summary>When the message expires, as a timestamp.</summary>
    public long ExpiresAt => Delivery?.ExpiresAt ?? long.MaxValue;

    /// <summary>Whether the message expires.</summary>
    public bool Expires => ExpiresAt != long.MaxValue;

    /// <summary>Whether the receiver's window bounds it: emits and calls.</summary>
    public bool IsWindowed => Kind is MessageKind.Emit or MessageKind.Invoke;

    /// <summary>Whether a later emit of its event may push it out.</summary>
    public bool GivesWay { get; init; }

    /// <summary>Whether it may be taken out from between others before it has a number: calls are withdrawn, emits replaced or pushed out.</summary>
    public bool MayBeTakenOut => Kind == MessageKind.Invoke || GivesWay || (_extra is not null && Kind != MessageKind.StreamItem);

    /// <summary>The size that counts against windows: that of the arguments.</summary>
    public int WindowBytes => Body.Length;

    /// <summary>The size that counts against the outbox.</summary>
    public int OutboxBytes => WindowBytes + (ErrorText?.Length ?? 0) + Overhead;

    /// <summary>The same message with its bytes elsewhere.</summary>
    public OutboundMessage With(OutboundBody body) => this with { Body = body };

    public static OutboundMessage Emit(int channel, HubMethod method, MessageBody body, Delivery? delivery = null) =>
        new(MessageKind.Emit, channel, method, 0, new OutboundBody(body), default, delivery);

    public static OutboundMessage Invoke(int channel, HubMethod method, uint callId, MessageBody body, Delivery? delivery = null) =>
        new(MessageKind.Invoke, channel, method, callId, new OutboundBody(body), default, delivery);

    public static OutboundMessage Result(uint callId, MessageBody body) =>
        new(MessageKind.Result, NoChannel, null, callId, new OutboundBody(body), default, null);

    public static OutboundMessage Error(uint callId, SocketErrorCode code, string? text) =>
        new(MessageKind.Error, NoChannel, null, callId, default, code, text);

    public static OutboundMessage Error(uint callId, SocketErrorCode code, MessageBody body) =>
        new(MessageKind.Error, NoChannel, null, callId, new OutboundBody(body), code, null);

    public static OutboundMessage Item(uint streamId, MessageBody body, Delivery delivery) =>
        new(MessageKind.StreamItem, NoChannel, null, streamId, new OutboundBody(body), default, delivery);

    public static OutboundMessage Complete(uint streamId) =>
        new(MessageKind.Complete, NoChannel, null, streamId, default, default, null);

    public static OutboundMessage Cancel(uint callId) =>
        new(MessageKind.Cancel, NoChannel, null, callId, default, default, null);

    public static OutboundMessage Control(MessageKind kind, MessageBody body) =>
        new(kind, NoChannel, null, 0, new OutboundBody(body), default, null);
}
