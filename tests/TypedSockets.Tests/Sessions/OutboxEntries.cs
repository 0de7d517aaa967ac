using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

/// <summary>Makes messages for outboxes.</summary>
internal static class OutboxEntries
{
    private static int _bodies;

    /// <summary>The method of all messages, unless they say another.</summary>
    public static HubMethod Method { get; } = new("ITest", "Say", 0, HubMethodKind.Emit);

    public static HubMethod OtherMethod { get; } = new("ITest", "Shout", 1, HubMethodKind.Emit);

    public static OutboundMessage Emit(int channel, int size = 1, HubMethod? method = null, Delivery? delivery = null) =>
        OutboundMessage.Emit(channel, method ?? Method, Body(size), delivery);

    /// <summary>An emit that can be told from others by its size.</summary>
    public static OutboundMessage Keyed(int channel, string key, int size) =>
        Emit(channel, size, delivery: new NotedDelivery { CoalesceKey = key });

    public static OutboundMessage Invoke(int channel, uint id, int size = 1) => OutboundMessage.Invoke(channel, Method, id, Body(size));

    public static OutboundMessage Result(uint id, int size = 1) => OutboundMessage.Result(id, Body(size));

    public static void Add(this Outbox outbox, OutboundMessage message) => Assert.True(outbox.TryAdd(message));

    /// <summary>Adds a message that goes before what was carried over.</summary>
    public static void AddUrgent(this Outbox outbox, OutboundMessage message) => Assert.True(outbox.TryAdd(message, urgent: true));

    public static Outbox Create(int channels, OutboxLimits? limits = null, PeerWindow? window = null)
    {
        var outbox = new Outbox(limits ?? new OutboxLimits(1000, 1_000_000));
        outbox.SetPeerWindow(window ?? new PeerWindow(1000, 1_000_000, 1000));
        for (var i = 0; i < channels; i++)
        {
            outbox.OpenChannel(outbox.AddChannel());
        }

        return outbox;
    }

    /// <summary>The sizes of all that may go, which is written.</summary>
    public static IEnumerable<int> SendSizes(this Outbox outbox) => outbox.SendAll().Select(message => message.WindowBytes);

    /// <summary>Writes all that may go.</summary>
    public static List<OutboundMessage> SendAll(this Outbox outbox)
    {
        var sent = new List<OutboundMessage>();
        while (outbox.TryPeek(out var bytes))
        {
            Assert.Equal(outbox.Sent + 1, outbox.MoveSent());
            sent.Add(outbox[outbox.Sent]);
            Assert.Equal(bytes, sent[^1].OutboxBytes);
        }

        return sent;
    }

    // Of other bytes each time, so that no message is taken for another.
    private static MessageBody Body(int size)
    {
        var bytes = new byte[size];
        new Random(Interlocked.Increment(ref _bodies)).NextBytes(bytes);
        return MessageBody.Copy(bytes);
    }
}
