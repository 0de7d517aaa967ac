using MessagePack;
using TypedSockets.Codecs;

namespace TypedSockets.Protocol;

/// <summary>The bodies of ChannelOpen (<c>[hub, fingerprint]</c>) and ChannelReady (<c>[hub, id]</c> or <c>[hub, id, manifest]</c>), alone and within the handshake.</summary>
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
        writer.WriteArrayHeader(grant.Manifest is null ? 2 : 3);
        writer.Write(grant.Hub);
        writer.Write(grant.Id);
        if (grant.Manifest is not null)
        {
            writer.Write(grant.Manifest);
        }
    }

    public static ChannelRequest ReadOpen(ref PayloadReader reader)
    {
        ReadHeader(ref reader, most: 2);
        return new ChannelRequest(HandshakeFormat.ReadText(ref reader), HandshakeFormat.ReadBytes(ref reader, FingerprintLength));
    }

    public static ChannelGrant ReadReady(ref PayloadReader reader)
    {
        var count = ReadHeader(ref reader, most: 3);
        var grant = new ChannelGrant(HandshakeFormat.ReadText(ref reader), reader.ReadUInt32());
        return count == 2 ? grant : grant with { Manifest = HandshakeFormat.ReadText(ref reader, maxBytes: int.MaxValue) };
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

    private static int ReadHeader(ref PayloadReader reader, int most)
    {
        var count = reader.ReadArrayHeader(1);
        return count >= 2 && count <= most ? count : throw new PayloadException($"an array of 2 to {most} was expected");
    }
}
