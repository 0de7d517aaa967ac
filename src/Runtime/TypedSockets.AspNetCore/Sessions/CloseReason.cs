using System.Text;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>Cuts texts to what a close frame holds: 125 bytes less the code (RFC 6455, 5.5).</summary>
internal static class CloseReason
{
    public const int MaxBytes = 120;

    public static string Shorten(string reason, int maxBytes = MaxBytes)
    {
        if (Encoding.UTF8.GetByteCount(reason) <= maxBytes)
        {
            return reason;
        }

        var length = 0;
        var bytes = 0;
        foreach (var rune in reason.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return reason[..length];
    }
}
