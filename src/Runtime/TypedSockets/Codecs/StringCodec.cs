using System.Buffers;
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
    // What a MessagePack fixstr holds.
    private const int MaxShortLength = 31;

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

        if (!TryWriteShort(ref writer, value))
        {
            writer.Raw.Write(value);
        }
    }

    /// <inheritdoc />
    public static string Read(ref PayloadReader reader)
    {
        if (!reader.Raw.TryReadStringSpan(out var utf8))
        {
            ThrowNoText(ref reader);
        }

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

    // Most texts are short and ASCII: their length in bytes is known before they are encoded.
    private static bool TryWriteShort(ref PayloadWriter writer, string value)
    {
        if (value.Length > MaxShortLength)
        {
            return false;
        }

        var span = writer.Raw.GetSpan(1 + MaxShortLength);
        if (Ascii.FromUtf16(value, span[1..], out _) != OperationStatus.Done)
        {
            return false;
        }

        span[0] = (byte)(MessagePackCode.MinFixStr | value.Length);
        writer.Raw.Advance(1 + value.Length);
        return true;
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
