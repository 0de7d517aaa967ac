using System.Text;

namespace TypedSockets.Protocol;

/// <summary>Cuts texts to what the wire has room for.</summary>
internal static class ShortText
{
    /// <summary>What a close frame holds: 125 bytes less the code (RFC 6455, 5.5), and a few to spare.</summary>
    public const int MaxCloseReasonBytes = 120;

    /// <summary>The most that an error message carries: a handler's exception may say anything, and the frame must stay below the reader's limit.</summary>
    public const int MaxErrorBytes = 1024;

    // A name of 256 bytes would fill a close reason twice.
    private const int MaxQuotedNameBytes = 60;

    /// <summary>What the other end wrote, without characters that would change the log or the terminal that it is printed to.</summary>
    public static string Printable(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    /// <summary>Cuts a text after the last character that fits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxBytes">The most bytes of UTF-8.</param>
    public static string Cut(string text, int maxBytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return text;
        }

        var length = 0;
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    /// <summary>Puts a name in quotes, for a close reason.</summary>
    public static string Quote(string name) => $"'{Cut(name, MaxQuotedNameBytes)}'";
}
