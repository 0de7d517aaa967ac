using MessagePack;
using TypedSockets.Codecs;

namespace TypedSockets.Protocol;

/// <summary>The bodies of ChannelOpen (<c>[hub, fingerprint]</c>) and ChannelReady (<c>[hub, id]</c>), alone and within the handshake.</summary>
internal static class ChannelMessages
{
    private const int FingerprintLength = 16;

    public static byte[] Open(ChannelRequest request) => HandshakeFormat.Write(request, WriteOpen);

    public static byte[] Ready(ChannelGrant grant) => HandshakeFormat.Write(grant, WriteReady);

    public static void WriteOpen(ref MessagePackWriter writer, ChannelRequest request)
    {
        writer.WriteArrayHeader(2);
        writer.Write(request.Hub);
        writer.Write(request.Fingerprint);
    }

    public static void WriteReady(ref MessagePackWriter writer, ChannelGrant grant)
    {
        writer.WriteArrayHeader(2);
        writer.Write(grant.Hub);
        writer.Write(grant.Id);
    }

    public static ChannelRequest ReadOpen(ref PayloadReader reader)
    {
        CheckPair(ref reader);
        return new ChannelRequest(HandshakeFormat.ReadText(ref reader), HandshakeFormat.ReadBytes(ref reader, FingerprintLength));
    }

    public static ChannelGrant ReadReady(ref PayloadReader reader)
    {
        CheckPair(ref reader);
        return new ChannelGrant(HandshakeFormat.ReadText(ref reader), reader.ReadUInt32());
    }

    /// <exception cref="ProtocolException">The bytes are no ChannelOpen.</exception>
    public static ChannelRequest ParseOpen(ReadOnlySpan<byte> body) => Parse(MessageKind.ChannelOpen, body, ReadOpen);

    /// <exception cref="ProtocolException">The bytes are no ChannelReady.</exception>
    public static ChannelGrant ParseReady(ReadOnlySpan<byte> body) => Parse(MessageKind.ChannelReady, body, ReadReady);

    private delegate T Reader<T>(ref PayloadReader reader);

    private static T Parse<T>(MessageKind kind, ReadOnlySpan<byte> body, Reader<T> read)
    {
        try
        {
            var reader = new PayloadReader(body);
            return read(ref reader);
        }
        catch (PayloadException)
        {
            throw ProtocolErrors.Malformed($"the {kind} message cannot be read");
        }
    }

    private static void CheckPair(ref PayloadReader reader)
    {
        if (reader.ReadArrayHeader(1) != 2)
        {
            throw new PayloadException("a pair was expected");
        }
    }
}
