using System.Text;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="string"/> as UTF-8 after its length, 1 byte or more.</summary>
/// <remarks>
/// A lone surrogate is written as U+FFFD (<c>ef bf bd</c>). Null in either direction, bytes that are no text, and text that is not valid UTF-8
/// are errors.
/// </remarks>
public readonly struct StringCodec : ISocketCodec<string>
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, string value)
    {
        if (value is null)
        {
            PayloadErrors.ThrowNull();
        }

        writer.Write(value);
    }

    /// <inheritdoc />
    public static string Read(ref PayloadReader reader)
    {
        if (reader.TryReadNil())
        {
            PayloadErrors.ThrowNull();
        }

        var utf8 = reader.ReadText();

        // Most texts are short and ASCII: these need not be counted before they are decoded.
        if (Ascii.IsValid(utf8))
        {
            return string.Create(utf8.Length, utf8, static (chars, ascii) => Ascii.ToUtf16(ascii, chars, out _));
        }

        try
        {
            return Strict.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            // Not as the inner exception: its text holds the bytes.
            PayloadErrors.ThrowInvalidUtf8();
            throw;
        }
    }
}
