using System.Buffers.Binary;

namespace Load.Wires;

/// <summary>
/// A client of TypedSockets with a session (docs/protocol): it numbers what it sends, and acknowledges and takes what it gets as often as the .NET client does.
/// </summary>
internal sealed class TypedWire(ILoad load, TypedContract contract, TypedSession session) : WebSocketWire(load)
{
    private const int WindowMessages = 8192;
    private const int WindowBytes = 4 << 20;
    private const byte NumberedEmit = 0x05;
    private const byte Invoke = 0x06;
    private static readonly byte[] Arguments = new MessagePackBytes().Arguments().ToArray();

    private int _unacknowledged;
    private int _unacknowledgedBytes;
    private int _untold;
    private int _untoldBytes;
    private byte _channel;

    /// <summary>Whether the last handshake resumed the session.</summary>
    public bool IsResumed { get; private set; }

    protected override string SubProtocol => "ts.v1";

    public override void Call()
    {
        Span<byte> frame = stackalloc byte[64];
        var at = Begin(frame, numbered: 1);
        Span<byte> id = stackalloc byte[5];
        var idLength = WriteVarint(id, session.Calls++ << 1);
        frame[at++] = Invoke;
        frame[at++] = (byte)(2 + idLength + Arguments.Length);
        frame[at++] = _channel;
        frame[at++] = contract.Call;
        id[..idLength].CopyTo(frame[at..]);
        at += idLength;
        Arguments.CopyTo(frame[at..]);
        Send(Binary, frame[..(at + Arguments.Length)]);
    }

    public override void Emit(int count)
    {
        Span<byte> frame = stackalloc byte[512];
        var at = Begin(frame, count);
        for (var i = 0; i < count; i++)
        {
            at += WriteEmit(frame[at..], contract.Emit, Arguments);
        }

        Send(Binary, frame[..at]);
    }

    public override void Publish() => EmitOne(contract.Publish, new MessagePackBytes().Array(0).ToArray());

    public override void Push(int count, int bytes) => EmitOne(contract.Push, new MessagePackBytes().Array(2).Int(count).Int(bytes).ToArray());

    public override void Tick()
    {
        if (_unacknowledged > 0 || _untold > 0)
        {
            Acknowledge();
        }
    }

    protected override void Upgraded()
    {
        var hello = new MessagePackBytes().Map(11)
            .Int(0).Int(1)
            .Int(4).Binary(session.Id)
            .Int(5).Binary(session.Secret)
            .Int(6).Int(++session.Attempt)
            .Int(7).Bool(session.Attempt == 1)
            .Int(8).Int((int)session.Received)
            .Int(9).Array(1).Array(2).Text("load").Binary(contract.Fingerprint)
            .Int(10).Int(WindowMessages)
            .Int(11).Int(WindowBytes)
            .Int(12).Int(1 << 20)
            .Int(13).Int(256).ToArray();
        Span<byte> length = stackalloc byte[5];
        Send(Binary, [0x40, 0x20, .. length[..WriteVarint(length, (uint)hello.Length)], .. hello]);
    }

    protected override void Received(ReadOnlySpan<byte> message)
    {
        var flags = message[0];
        var rest = message[(1 + ((flags & 1) != 0 ? 2 : 0) + ((flags & 2) != 0 ? 2 : 0))..];
        while (rest.Length > 0)
        {
            var head = rest[0];
            rest = rest[1..];
            var length = (int)ReadVarint(ref rest);
            if ((head & 0x20) == 0)
            {
                session.Received++;
                _unacknowledged++;
                _unacknowledgedBytes += length;
            }

            Note(head & 0x1F, rest[..length]);
            rest = rest[length..];
        }

        if (_unacknowledged >= 256 || _unacknowledgedBytes >= 64 << 10 || _untold >= WindowMessages / 8 || _untoldBytes >= WindowBytes / 8)
        {
            Acknowledge();
        }
    }

    private void Note(int kind, ReadOnlySpan<byte> body)
    {
        switch (kind)
        {
            case 1:
                Welcomed(body);
                break;
            case 5:
                session.Taken++;
                _untold++;
                _untoldBytes += body.Length;
                Load.Came(Connection);
                break;
            case 7:
                Load.Replied(Connection);
                break;
            case 8:
                throw new IOException("The call failed.");
            case 14:
                Send(Binary, [0x40, 0x2F, 0]);
                break;
        }
    }

    // The map's first fields: 0 major, 1 minor, 2 features, 3 outcome, 4 received, 5 hubs [[name, channel]].
    private void Welcomed(ReadOnlySpan<byte> map)
    {
        var outcome = map[10];
        if (map[9] != 3 || outcome > 1)
        {
            throw new IOException($"The session is lost: outcome {outcome}.");
        }

        IsResumed = outcome == 1;
        var name = new MessagePackBytes().Text("load").ToArray();
        _channel = map[map.IndexOf(name) + name.Length];
        Load.Opened(Connection);
    }

    private void Acknowledge()
    {
        Span<byte> frame = stackalloc byte[24];
        var at = Begin(frame, numbered: 0);
        if (_untold > 0)
        {
            Span<byte> taken = stackalloc byte[5];
            var length = WriteVarint(taken, session.Taken);
            frame[at++] = 0x37;
            frame[at++] = (byte)(1 + length);
            frame[at++] = _channel;
            taken[..length].CopyTo(frame[at..]);
            at += length;
        }
        else
        {
            frame[at++] = 0x2D;
            frame[at++] = 0;
        }

        _untold = _untoldBytes = 0;
        Send(Binary, frame[..at]);
    }

    private void EmitOne(byte method, ReadOnlySpan<byte> arguments)
    {
        Span<byte> frame = stackalloc byte[64];
        var at = Begin(frame, numbered: 1);
        at += WriteEmit(frame[at..], method, arguments);
        Send(Binary, frame[..at]);
    }

    private int Begin(Span<byte> frame, int numbered)
    {
        var at = 1;
        frame[0] = 0x40;
        if (numbered > 0)
        {
            frame[0] |= 1;
            BinaryPrimitives.WriteUInt16LittleEndian(frame[at..], (ushort)(session.Sent + 1));
            session.Sent += (ushort)numbered;
            at += 2;
        }

        if (_unacknowledged > 0)
        {
            frame[0] |= 2;
            BinaryPrimitives.WriteUInt16LittleEndian(frame[at..], (ushort)session.Received);
            _unacknowledged = _unacknowledgedBytes = 0;
            at += 2;
        }

        return at;
    }

    private int WriteEmit(Span<byte> to, byte method, ReadOnlySpan<byte> arguments)
    {
        to[0] = NumberedEmit;
        to[1] = (byte)(2 + arguments.Length);
        to[2] = _channel;
        to[3] = method;
        arguments.CopyTo(to[4..]);
        return 4 + arguments.Length;
    }

    private static int WriteVarint(Span<byte> to, uint value)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            to[length++] = (byte)(value | 0x80);
        }

        to[length++] = (byte)value;
        return length;
    }

    private static uint ReadVarint(ref ReadOnlySpan<byte> from)
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var part = from[0];
            from = from[1..];
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
