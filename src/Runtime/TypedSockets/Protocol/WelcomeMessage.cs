using MessagePack;
using TypedSockets.Codecs;

namespace TypedSockets.Protocol;

/// <summary>The server's answer to Hello (docs/protocol/handshake.md).</summary>
internal sealed class WelcomeMessage
{
    public int Major { get; set; } = HandshakeFormat.Major;

    public int Minor { get; set; } = HandshakeFormat.Minor;

    public uint Features { get; set; }

    public SessionOutcome Outcome { get; set; }

    /// <summary>The number of the last message that the server has received.</summary>
    public long Received { get; set; }

    public List<ChannelGrant> Channels { get; set; } = [];

    public int WindowMessages { get; set; }

    public int WindowBytes { get; set; }

    public int MaxFrameBytes { get; set; }

    public int MaxPendingCalls { get; set; }

    /// <summary>After how many milliseconds without sending the client pings.</summary>
    public int PingAfter { get; set; }

    /// <summary>After how many milliseconds without a byte each end takes the other for dead.</summary>
    public int DeadAfter { get; set; }

    /// <summary>The connection's id on the server, as it stands in the server's log.</summary>
    public string ConnectionId { get; set; } = "";

    /// <summary>Why the session is lost, if it is; a number that may be unknown here.</summary>
    public int LostReason { get; set; }

    /// <summary>How many messages the server had numbered for the client when the session was lost; -1 if that is not known.</summary>
    public long Numbered { get; set; } = -1;

    /// <summary>For how many milliseconds the server keeps the session without a socket.</summary>
    public int ResumeWindow { get; set; }

    /// <summary>Random, the same for the life of the server process: tells a restarted server from one that has forgotten.</summary>
    public string Epoch { get; set; } = "";

    public byte[] ToBytes() => HandshakeFormat.Write(this, Write);

    /// <exception cref="ProtocolException">The bytes are no Welcome.</exception>
    public static WelcomeMessage Read(ReadOnlySpan<byte> body)
    {
        var welcome = new WelcomeMessage();
        HandshakeFormat.Read(MessageKind.Welcome, body, welcome, ReadField);
        if (welcome.WindowMessages < 2 || welcome.WindowBytes < 2 || welcome.MaxFrameBytes < 1024 || welcome.MaxPendingCalls < 1)
        {
            throw ProtocolErrors.Malformed("the server's limits leave no room for a message");
        }

        return welcome;
    }

    private static void Write(ref MessagePackWriter writer, WelcomeMessage welcome)
    {
        writer.WriteMapHeader(17);
        Field(ref writer, 0, welcome.Major);
        Field(ref writer, 1, welcome.Minor);
        Field(ref writer, 2, welcome.Features);
        Field(ref writer, 3, (int)welcome.Outcome);
        Field(ref writer, 4, welcome.Received);
        writer.Write(5);
        writer.WriteArrayHeader(welcome.Channels.Count);
        foreach (var channel in welcome.Channels)
        {
            ChannelMessages.WriteReady(ref writer, channel);
        }

        Field(ref writer, 6, welcome.WindowMessages);
        Field(ref writer, 7, welcome.WindowBytes);
        Field(ref writer, 8, welcome.MaxFrameBytes);
        Field(ref writer, 9, welcome.MaxPendingCalls);
        Field(ref writer, 10, welcome.PingAfter);
        Field(ref writer, 11, welcome.DeadAfter);
        writer.Write(12);
        writer.Write(welcome.ConnectionId);
        Field(ref writer, 13, welcome.LostReason);
        Field(ref writer, 14, welcome.Numbered);
        Field(ref writer, 15, welcome.ResumeWindow);
        writer.Write(16);
        writer.Write(welcome.Epoch);
    }

    private static void Field(ref MessagePackWriter writer, int key, long value)
    {
        writer.Write(key);
        writer.Write(value);
    }

    private static void ReadField(int key, ref PayloadReader reader, WelcomeMessage welcome)
    {
        switch (key)
        {
            case 0: welcome.Major = reader.ReadInt32(); break;
            case 1: welcome.Minor = reader.ReadInt32(); break;
            case 2: welcome.Features = reader.ReadUInt32(); break;
            case 3: welcome.Outcome = (SessionOutcome)reader.ReadInt32(); break;
            case 4: welcome.Received = reader.ReadInt64(); break;
            case 5: ReadChannels(ref reader, welcome.Channels); break;
            case 6: welcome.WindowMessages = reader.ReadInt32(); break;
            case 7: welcome.WindowBytes = reader.ReadInt32(); break;
            case 8: welcome.MaxFrameBytes = reader.ReadInt32(); break;
            case 9: welcome.MaxPendingCalls = reader.ReadInt32(); break;
            case 10: welcome.PingAfter = reader.ReadInt32(); break;
            case 11: welcome.DeadAfter = reader.ReadInt32(); break;
            case 12: welcome.ConnectionId = HandshakeFormat.ReadText(ref reader); break;
            case 13: welcome.LostReason = reader.ReadInt32(); break;
            case 14: welcome.Numbered = reader.ReadInt64(); break;
            case 15: welcome.ResumeWindow = reader.ReadInt32(); break;
            case 16: welcome.Epoch = HandshakeFormat.ReadText(ref reader); break;
            default: reader.Skip(); break;
        }
    }

    private static void ReadChannels(ref PayloadReader reader, List<ChannelGrant> channels)
    {
        for (var count = reader.ReadArrayHeader(3); count > 0; count--)
        {
            channels.Add(ChannelMessages.ReadReady(ref reader));
        }
    }
}
