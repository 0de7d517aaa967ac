using System.Text;
using MessagePack;

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

        writer.Raw.Write(value);
    }

    /// <inheritdoc />
    public static string Read(ref PayloadReader reader)
    {
        if (!reader.Raw.TryReadStringSpan(out var utf8))
        {
            ThrowNoText(ref reader);
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

    // A body is one piece of memory, so that there is no span for nil only, or for text that the bytes cut off.
    private static void ThrowNoText(ref PayloadReader reader)
    {
        if (reader.TryReadNil())
        {
            PayloadErrors.ThrowNull();
        }

        throw new EndOfStreamException();
    }
}
