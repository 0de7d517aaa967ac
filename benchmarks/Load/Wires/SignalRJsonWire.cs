using System.Globalization;
using System.Text;

namespace Load.Wires;

/// <summary>SignalR's JSON protocol: objects that end with 0x1E. An id is needed for a call only, and may be used again.</summary>
internal sealed class SignalRJsonWire(ILoad load) : WebSocketWire(load)
{
    private static readonly string Arguments = string.Create(CultureInfo.InvariantCulture, $"\"{Player}\",{X},{Y}");
    private static readonly byte[] OneCall = Message($$"""{"type":1,"invocationId":"1","target":"Call","arguments":[{{Arguments}}]}""");
    private static readonly byte[] OneEmit = Message($$"""{"type":1,"target":"Emit","arguments":[{{Arguments}}]}""");
    private static readonly byte[] EightEmits = [.. Enumerable.Repeat(OneEmit, 8).SelectMany(one => one)];
    private static readonly byte[] OnePublish = Message("""{"type":1,"target":"Publish","arguments":[]}""");

    private bool _agreed;

    public override void Call() => Send(Text, OneCall);

    public override void Emit(int count) => Send(Text, EightEmits.AsSpan(0, count * OneEmit.Length));

    public override void Publish() => Send(Text, OnePublish);

    public override void Push(int count, int bytes) => Send(Text, Message($$"""{"type":1,"target":"Push","arguments":[{{count}},{{bytes}}]}"""));

    protected override void Upgraded() => Send(Text, Message("""{"protocol":"json","version":1}"""));

    protected override void Received(ReadOnlySpan<byte> message)
    {
        while (message.IndexOf((byte)0x1E) is var end and >= 0)
        {
            Note(message[..end]);
            message = message[(end + 1)..];
        }
    }

    private static byte[] Message(string json) => Encoding.UTF8.GetBytes(json + "\u001E");

    private void Note(ReadOnlySpan<byte> one)
    {
        if (!_agreed)
        {
            _agreed = one.SequenceEqual("{}"u8) ? true : throw new IOException($"SignalR refuses: {Encoding.UTF8.GetString(one)}");
            Load.Opened(Connection);
            return;
        }

        if (one.StartsWith("{\"type\":3"u8))
        {
            if (one.IndexOf("\"error\""u8) >= 0)
            {
                throw new IOException($"SignalR's call failed: {Encoding.UTF8.GetString(one)}");
            }

            Load.Replied(Connection);
        }
        else if (one.StartsWith("{\"type\":1"u8))
        {
            Load.Came(Connection);
        }
    }
}
