namespace Load.Wires;

/// <summary>Socket.IO 4 with socket.io-msgpack-parser: a packet is a MessagePack map in a binary message.</summary>
internal sealed class SocketIoMessagePackWire(ILoad load) : WebSocketWire(load)
{
    private static readonly byte[] TypeKey = new MessagePackBytes().Text("type").ToArray();
    private static readonly byte[] Join = new MessagePackBytes().Map(2).Text("type").Int(0).Text("nsp").Text("/").ToArray();
    private static readonly byte[] OneCall = Packet(4, arguments: true, "call").Text("id").Int(1).Text("nsp").Text("/").ToArray();
    private static readonly byte[] OneEmit = Packet(3, arguments: true, "emit").Text("nsp").Text("/").ToArray();
    private static readonly byte[] OnePublish = Packet(3, arguments: false, "publish").Text("nsp").Text("/").ToArray();

    protected override string Path => "/socket.io/?EIO=4&transport=websocket";

    public override void Call() => Send(Binary, OneCall);

    public override void Emit(int count) => Send(Binary, OneEmit);

    public override void Publish() => Send(Binary, OnePublish);

    public override void Push(int count, int bytes) => throw new NotSupportedException();

    protected override void Upgraded()
    {
    }

    // The engine speaks text: '0' opens, '2' asks for '3'.
    protected override void Received(ReadOnlySpan<byte> message)
    {
        if (message[0] == '0')
        {
            Send(Binary, Join);
        }
        else if (message[0] == '2')
        {
            Send(Text, "3"u8);
        }
        else
        {
            Note(Kind(message));
        }
    }

    private static MessagePackBytes Packet(int fields, bool arguments, string name)
    {
        var packet = new MessagePackBytes().Map(fields).Text("type").Int(2).Text("data").Array(arguments ? 4 : 1).Text(name);
        return arguments ? packet.Text(Player).Int(X).Double(Y) : packet;
    }

    private static int Kind(ReadOnlySpan<byte> packet)
    {
        var key = packet.IndexOf(TypeKey);
        return key < 0 ? -1 : packet[key + TypeKey.Length];
    }

    private void Note(int kind)
    {
        switch (kind)
        {
            case 0: Load.Opened(Connection); break;
            case 2: Load.Came(Connection); break;
            case 3: Load.Replied(Connection); break;
            default: throw new IOException($"Socket.IO says a packet of type {kind}");
        }
    }
}
