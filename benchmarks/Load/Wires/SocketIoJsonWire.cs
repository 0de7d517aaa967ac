using System.Globalization;
using System.Text;

namespace Load.Wires;

/// <summary>Socket.IO 4 (Engine.IO 4) with its own parser: text packets. Every call has an acknowledgement id, which may be used again.</summary>
internal sealed class SocketIoJsonWire(ILoad load) : WebSocketWire(load)
{
    private static readonly string Arguments = string.Create(CultureInfo.InvariantCulture, $"\"{Player}\",{X},{Y}");
    private static readonly byte[] OneCall = Encoding.UTF8.GetBytes($"421[\"call\",{Arguments}]");
    private static readonly byte[] OneEmit = Encoding.UTF8.GetBytes($"42[\"emit\",{Arguments}]");
    private static readonly byte[] OnePublish = "42[\"publish\"]"u8.ToArray();

    protected override string Path => "/socket.io/?EIO=4&transport=websocket";

    public override void Call() => Send(Text, OneCall);

    public override void Emit(int count) => Send(Text, OneEmit);

    public override void Publish() => Send(Text, OnePublish);

    public override void Push(int count, int bytes) => throw new NotSupportedException();

    protected override void Upgraded()
    {
    }

    protected override void Received(ReadOnlySpan<byte> message)
    {
        if (message[0] == '0')
        {
            Send(Text, "40"u8);
        }
        else if (message[0] == '2')
        {
            Send(Text, "3"u8);
        }
        else if (message.StartsWith("42"u8))
        {
            Load.Came(Connection);
        }
        else if (message.StartsWith("43"u8))
        {
            Load.Replied(Connection);
        }
        else
        {
            _ = message.StartsWith("40"u8) ? true : throw new IOException($"Socket.IO says {Encoding.UTF8.GetString(message)}");
            Load.Opened(Connection);
        }
    }
}
