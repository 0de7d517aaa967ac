using System.Buffers;
using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="Guid"/> as a text of 36 lower-case characters with hyphens, always 38 bytes.</summary>
/// <remarks>Reads upper case too. Anything else is an error.</remarks>
public readonly struct GuidCodec : ISocketCodec<Guid>
{
    private const int TextLength = 36;

    /// <inheritdoc />
    public static int MinimumSize => 2 + TextLength;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Guid value)
    {
        var span = writer.Take(2 + TextLength);
        span[0] = MessagePackCode.Str8;
        span[1] = TextLength;
        value.TryFormat(span[2..], out _);
    }

    /// <inheritdoc />
    public static Guid Read(ref PayloadReader reader)
    {
        var found = reader.NextType;
        if (found != MessagePackType.String)
        {
            PayloadErrors.ThrowUnexpected("a text", found);
        }

        if (!TryParse(reader.ReadText(), out var value))
        {
            PayloadErrors.ThrowMalformed("GUID");
        }

        return value;
    }

    // The parsers of Guid also take what is no hexadecimal digit, as signs and "0x".
    private static bool TryParse(ReadOnlySpan<byte> text, out Guid value)
    {
        value = default;
        if (text.Length != TextLength || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        {
            return false;
        }

        Span<byte> digits = stackalloc byte[32];
        text[..8].CopyTo(digits);
        text[9..13].CopyTo(digits[8..]);
        text[14..18].CopyTo(digits[12..]);
        text[19..23].CopyTo(digits[16..]);
        text[24..].CopyTo(digits[20..]);
        Span<byte> bytes = stackalloc byte[16];
        if (Convert.FromHexString(digits, bytes, out _, out _) != OperationStatus.Done)
        {
            return false;
        }

        value = new Guid(bytes, bigEndian: true);
        return true;
    }
}
