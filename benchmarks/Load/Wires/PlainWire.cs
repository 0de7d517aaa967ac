using System.Buffers.Binary;

namespace Load.Wires;

/// <summary>The plain servers: the first byte of a message says what it is; arguments are 32 bytes, an event 67.</summary>
internal sealed class PlainWire(ILoad load) : WebSocketWire(load)
{
    private const int ArgumentBytes = 32;
    private static readonly byte[] Emits = Prepare('e', 8 * ArgumentBytes);
    private static readonly byte[] OneCall = Prepare('c', ArgumentBytes);
    private static readonly byte[] OnePublish = Prepare('p', 4);

    public override void Call() => Send(Binary, OneCall);

    public override void Emit(int count) => Send(Binary, Emits.AsSpan(0, count * ArgumentBytes));

    public override void Publish() => Send(Binary, OnePublish);

    public override void Push(int count, int bytes)
    {
        var message = Prepare('P', 9);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(1), count);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(5), bytes);
        Send(Binary, message);
    }

    protected override void Upgraded() => Load.Opened(Connection);

    protected override void Received(ReadOnlySpan<byte> message)
    {
        if (message[0] == 'c' && message.Length == ArgumentBytes)
        {
            Load.Replied(Connection);
        }
        else
        {
            Load.Came(Connection);
        }
    }

    private static byte[] Prepare(char operation, int length)
    {
        var message = new byte[length];
        message.AsSpan().Fill((byte)operation);
        return message;
    }
}
