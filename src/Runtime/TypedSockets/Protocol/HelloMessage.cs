using MessagePack;
using TypedSockets.Codecs;

namespace TypedSockets.Protocol;

/// <summary>The first message on a socket: what the client asks for (docs/protocol/handshake.md).</summary>
internal sealed class HelloMessage
{
    public const int SessionIdLength = 16;
    public const int SecretLength = 32;
    private const int MaxTokenBytes = 16 * 1024;

    public int Major { get; set; } = HandshakeFormat.Major;

    public int Minor { get; set; } = HandshakeFormat.Minor;

    public uint Features { get; set; }

    /// <summary>The access token of clients that cannot send a header.</summary>
    public string? Token { get; set; }

    /// <summary>Random, made by the client.</summary>
    public byte[] SessionId { get; set; } = [];

    /// <summary>Random, made by the client: proves on a resume that the session is its own.</summary>
    public byte[] Secret { get; set; } = [];

    /// <summary>Grows with every dial; the server accepts only a higher one.</summary>
    public uint Attempt { get; set; }

    /// <summary>Whether the client has not seen a Welcome of this session yet.</summary>
    public bool Create { get; set; }

    /// <summary>The number of the last message that the client has received.</summary>
    public long Received { get; set; }

    public List<ChannelRequest> Channels { get; set; } = [];

    public int WindowMessages { get; set; }

    public int WindowBytes { get; set; }

    public int MaxFrameBytes { get; set; }

    public int MaxPendingCalls { get; set; }

    /// <summary>The client's name and version, for logs.</summary>
    public string ClientInfo { get; set; } = "";

    public byte[] ToBytes() => HandshakeFormat.Write(this, Write);

    /// <exception cref="ProtocolException">The bytes are no Hello.</exception>
    public static HelloMessage Read(ReadOnlySpan<byte> body, int maxChannels)
    {
        var hello = new HelloMessage();
        HandshakeFormat.Read(MessageKind.Hello, body, hello, ReadField);
        if (hello.Major != HandshakeFormat.Major)
        {
            throw new ProtocolException(SocketCloseCode.Version, $"the client speaks protocol {hello.Major}, the server {HandshakeFormat.Major}");
        }

        if (hello.SessionId.Length != SessionIdLength || hello.Secret.Length != SecretLength)
        {
            throw ProtocolErrors.Malformed("the session id must have 16 bytes and the secret 32");
        }

        if (hello.WindowMessages < 2 || hello.WindowBytes < 2 || hello.MaxFrameBytes < 1024 || hello.MaxPendingCalls < 1)
        {
            throw ProtocolErrors.Malformed("the client's limits leave no room for a message");
        }

        return hello.Channels.Count <= maxChannels ? hello : throw ProtocolErrors.TooManyChannels(maxChannels);
    }

    private static void Write(ref MessagePackWriter writer, HelloMessage hello)
    {
        writer.WriteMapHeader(hello.Token is null ? 14 : 15);
        Field(ref writer, 0, hello.Major);
        Field(ref writer, 1, hello.Minor);
        Field(ref writer, 2, hello.Features);
        if (hello.Token is not null)
        {
            writer.Write(3);
            writer.Write(hello.Token);
        }

        writer.Write(4);
        writer.Write(hello.SessionId);
        writer.Write(5);
        writer.Write(hello.Secret);
        Field(ref writer, 6, hello.Attempt);
        writer.Write(7);
        writer.Write(hello.Create);
        Field(ref writer, 8, hello.Received);
        writer.Write(9);
        writer.WriteArrayHeader(hello.Channels.Count);
        foreach (var channel in hello.Channels)
        {
            ChannelMessages.WriteOpen(ref writer, channel);
        }

        Field(ref writer, 10, hello.WindowMessages);
        Field(ref writer, 11, hello.WindowBytes);
        Field(ref writer, 12, hello.MaxFrameBytes);
        Field(ref writer, 13, hello.MaxPendingCalls);
        writer.Write(14);
        writer.Write(hello.ClientInfo);
    }

    private static void Field(ref MessagePackWriter writer, int key, long value)
    {
        writer.Write(key);
        writer.Write(value);
    }

    private static void ReadField(int key, ref PayloadReader reader, HelloMessage hello)
    {
        switch (key)
        {
            case 0: hello.Major = reader.ReadInt32(); break;
            case 1: hello.Minor = reader.ReadInt32(); break;
            case 2: hello.Features = reader.ReadUInt32(); break;
            case 3: hello.Token = HandshakeFormat.ReadText(ref reader, MaxTokenBytes); break;
            case 4: hello.SessionId = HandshakeFormat.ReadBytes(ref reader, SessionIdLength); break;
            case 5: hello.Secret = HandshakeFormat.ReadBytes(ref reader, SecretLength); break;
            case 6: hello.Attempt = reader.ReadUInt32(); break;
            case 7: hello.Create = reader.ReadBoolean(); break;
            case 8: hello.Received = reader.ReadInt64(); break;
            case 9: ReadChannels(ref reader, hello.Channels); break;
            case 10: hello.WindowMessages = reader.ReadInt32(); break;
            case 11: hello.WindowBytes = reader.ReadInt32(); break;
            case 12: hello.MaxFrameBytes = reader.ReadInt32(); break;
            case 13: hello.MaxPendingCalls = reader.ReadInt32(); break;
            case 14: hello.ClientInfo = HandshakeFormat.ReadText(ref reader); break;
            default: reader.Skip(); break;
        }
    }

    private static void ReadChannels(ref PayloadReader reader, List<ChannelRequest> channels)
    {
        for (var count = reader.ReadArrayHeader(3); count > 0; count--)
        {
            channels.Add(ChannelMessages.ReadOpen(ref reader));
        }
    }
}
