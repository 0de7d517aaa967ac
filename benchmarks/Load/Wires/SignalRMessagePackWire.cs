using System.Text;

namespace Load.Wires;

/// <summary>SignalR's MessagePack protocol: arrays with a length before them. An id is needed for a call only, and may be used again.</summary>
internal sealed class SignalRMessagePackWire(ILoad load) : WebSocketWire(load)
{
    private static readonly byte[] OneCall = Invocation("Call").Arguments().Array(0).ToPrefixed();
    private static readonly byte[] OneEmit = Invocation("Emit", isCall: false).Arguments().Array(0).ToPrefixed();
    private static readonly byte[] EightEmits = [.. Enumerable.Repeat(OneEmit, 8).SelectMany(one => one)];
    private static readonly byte[] OnePublish = Invocation("Publish", isCall: false).Array(0).Array(0).ToPrefixed();

    private readonly List<byte> _rest = [];
    private bool _agreed;

    public override void Call() => Send(Binary, OneCall);

    public override void Emit(int count) => Send(Binary, EightEmits.AsSpan(0, count * OneEmit.Length));

    public override void Publish() => Send(Binary, OnePublish);

    public override void Push(int count, int bytes) =>
        Send(Binary, Invocation("Push", isCall: false).Array(2).Int(count).Int(bytes).Array(0).ToPrefixed());

    protected override void Upgraded() => Send(Text, Encoding.UTF8.GetBytes("{\"protocol\":\"messagepack\",\"version\":1}\u001E"));

    // A message of SignalR may be spread over several of the WebSocket.
    protected override void Received(ReadOnlySpan<byte> message)
    {
        if (!_agreed)
        {
            _agreed = message.SequenceEqual("{}\u001E"u8) ? true : throw new IOException($"SignalR refuses: {Encoding.UTF8.GetString(message)}");
            Load.Opened(Connection);
            return;
        }

        if (_rest.Count > 0)
        {
            _rest.AddRange(message);
            byte[] joined = [.. _rest];
            _rest.Clear();
            Read(joined.AsSpan());
        }
        else
        {
            Read(message);
        }
    }

    private static MessagePackBytes Invocation(string target, bool isCall = true)
    {
        var bytes = new MessagePackBytes().Array(6).Int(1).Map(0);
        return (isCall ? bytes.Text("1") : bytes.Nil()).Text(target);
    }

    private new void Read(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var length = 0;
            var header = 0;
            byte part;
            do
            {
                if (header == bytes.Length)
                {
                    _rest.AddRange(bytes);
                    return;
                }

                part = bytes[header];
                length |= (part & 0x7F) << (7 * header++);
            }
            while ((part & 0x80) != 0);

            if (bytes.Length < header + length)
            {
                _rest.AddRange(bytes);
                return;
            }

            Note(bytes.Slice(header, length));
            bytes = bytes[(header + length)..];
        }
    }

    // [3, headers, id, result kind, ...]: kind 1 is an error.
    private void Note(ReadOnlySpan<byte> one)
    {
        if (one[1] == 3)
        {
            if (one[5] == 1)
            {
                throw new IOException("SignalR's call failed.");
            }

            Load.Replied(Connection);
        }
        else if (one[1] == 1)
        {
            Load.Came(Connection);
        }
    }
}
