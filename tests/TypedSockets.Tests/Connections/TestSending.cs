using TypedSockets.Client;
using TypedSockets.Codecs;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Tests.Protocol;

namespace TypedSockets.Tests.Connections;

/// <summary>Sends as a client's proxies do, and tells what has been written.</summary>
internal static class TestSending
{
    public static SendOptions Default { get; } = new(Timeout.InfiniteTimeSpan);

    public static ClientSender Sender(this TestPeer peer, SendOptions? options = null) => new(peer.Peer, peer.Channel, options ?? Default);

    public static void Say(this ClientSender sender, int argument) => sender.Emit<int, Int32Codec>(TestSide.Say, argument);

    public static void Shout(this ClientSender sender, int argument) => sender.Emit<int, Int32Codec>(TestSide.Shout, argument);

    public static Task SayAsync(this ClientSender sender, int argument, CancellationToken cancel = default) =>
        sender.EmitAsync<int, Int32Codec>(TestSide.Say, argument, cancel).AsTask();

    /// <summary>Sends a volatile emit.</summary>
    public static void Blink(this TestPeer peer, int argument, int size = 1)
    {
        var bytes = new byte[size];
        bytes[0] = (byte)argument;
        peer.Peer.Emits.SendVolatile(OutboundMessage.Emit(peer.Channel.Index, TestSide.Say, MessageBody.Copy(bytes)));
    }

    /// <summary>Lets the peer receive a volatile emit.</summary>
    public static void ReceiveVolatile(this TestPeer peer, int argument)
    {
        using var writer = new FrameWriter();
        writer.Append(MessageKind.Emit, number: 0, [0, 0], TestPeer.Argument(argument));
        peer.Receive(writer.Complete(received: null).Span);
    }

    /// <summary>The arguments, below 128, of all emits that the peer would write now.</summary>
    public static List<int> Said(this TestPeer peer) => peer.NextAll().Said();

    /// <summary>The arguments, below 128, of the emits in some frames.</summary>
    public static List<int> Said(this IEnumerable<WireFrame> frames) =>
        [.. frames.SelectMany(frame => frame.Messages).Where(message => message.Kind == MessageKind.Emit).Select(message => (int)message.Bytes[2])];
}
