using System.Buffers.Text;
using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="decimal"/> as a text in invariant notation, trailing zeros kept: <c>-1.50</c>, 2 to 32 bytes.</summary>
/// <remarks>Anything but a text, and a text that is no decimal number, is an error.</remarks>
public readonly struct DecimalCodec : ISocketCodec<decimal>
{
    /// <inheritdoc />
    public static int MinimumSize => 2;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, decimal value)
    {
        // The longest, 29 digits with a sign and a point, has just the length that a head of one byte can tell.
        Span<byte> text = stackalloc byte[MessagePackRange.MaxFixStringLength];
        Utf8Formatter.TryFormat(value, text, out var length);
        var span = writer.Take(1 + length);
        span[0] = (byte)(MessagePackCode.MinFixStr | length);
        text[..length].CopyTo(span[1..]);
    }

    /// <inheritdoc />
    public static decimal Read(ref PayloadReader reader)
    {
        var found = reader.NextType;
        if (found != MessagePackType.String)
        {
            PayloadErrors.ThrowUnexpected("a text", found);
        }

        var text = reader.ReadText();
        if (!Utf8Parser.TryParse(text, out decimal value, out var length) || length != text.Length)
        {
            PayloadErrors.ThrowMalformed("decimal number");
        }

        return value;
    }
}
