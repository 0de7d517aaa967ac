namespace TypedSockets.Protocol;

/// <summary>The body of Drain: the server is about to shut down (docs/protocol/sessions.md).</summary>
/// <param name="Spread">Over how long the clients shall spread their return.</param>
/// <param name="Last">How many messages the server has numbered, modulo 2^32, once it numbers no more.</param>
internal readonly record struct DrainNotice(TimeSpan Spread, uint? Last)
{
    public byte[] ToBytes()
    {
        Span<byte> bytes = stackalloc byte[2 * Varint.MaxSize];
        var length = Varint.Write(bytes, (uint)Spread.TotalMilliseconds);
        if (Last is { } last)
        {
            length += Varint.Write(bytes[length..], last);
        }

        return bytes[..length].ToArray();
    }

    /// <exception cref="ProtocolException">The bytes are no Drain.</exception>
    public static DrainNotice Read(ReadOnlySpan<byte> body)
    {
        var spread = TimeSpan.FromMilliseconds(Varint.Read(ref body));
        return new DrainNotice(spread, body.IsEmpty ? null : Varint.Read(ref body));
    }
}
