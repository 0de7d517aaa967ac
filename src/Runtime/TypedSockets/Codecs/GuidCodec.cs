using System.Buffers.Text;
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

        // Not Guid's own parser, which takes signs and "0x" between the hyphens.
        var text = reader.ReadText();
        if (!Utf8Parser.TryParse(text, out Guid value, out var length) || length != text.Length)
        {
            PayloadErrors.ThrowMalformed("GUID");
        }

        return value;
    }
}
