namespace Load.Wires;

/// <summary>The frames of TypedSockets without sessions: nothing has a number, nothing is acknowledged. A pushed event answers what is called.</summary>
internal sealed class FramesWire(ILoad load, TypedContract contract) : WebSocketWire(load)
{
    private const byte Emitted = 0x25;
    private static readonly byte[] Arguments = new MessagePackBytes().Arguments().ToArray();

    private int _calls;

    protected override string SubProtocol => "ts.v1";

    public override void Call()
    {
        _calls++;
        Push(1, 16);
    }

    public override void Emit(int count)
    {
        Span<byte> frame = stackalloc byte[512];
        frame[0] = 0x40;
        var at = 1;
        for (var i = 0; i < count; i++)
        {
            frame[at] = Emitted;
            frame[at + 1] = (byte)(2 + Arguments.Length);
            frame[at + 2] = 0;
            frame[at + 3] = contract.Emit;
            Arguments.CopyTo(frame[(at + 4)..]);
            at += 4 + Arguments.Length;
        }

        Send(Binary, frame[..at]);
    }

    public override void Publish() => throw new NotSupportedException();

    public override void Push(int count, int bytes)
    {
        var arguments = new MessagePackBytes().Array(2).Int(count).Int(bytes).ToArray();
        Send(Binary, [0x40, Emitted, (byte)(2 + arguments.Length), 0, contract.Push, .. arguments]);
    }

    protected override void Upgraded() => Load.Opened(Connection);

    protected override void Received(ReadOnlySpan<byte> message)
    {
        var rest = message[1..];
        while (rest.Length > 0)
        {
            var length = (int)rest[1];
            var header = 2;
            if (length >= 0x80)
            {
                length = (length & 0x7F) | (rest[2] << 7);
                header = 3;
            }

            if (_calls > 0)
            {
                _calls--;
                Load.Replied(Connection);
            }
            else
            {
                Load.Came(Connection);
            }

            rest = rest[(header + length)..];
        }
    }
}
