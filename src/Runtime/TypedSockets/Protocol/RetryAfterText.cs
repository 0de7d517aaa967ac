using System.Globalization;

namespace TypedSockets.Protocol;

/// <summary>How the text of a close asks the client to wait: it ends with <c>(retry after 1500 ms)</c>.</summary>
internal static class RetryAfterText
{
    private const string Start = "(retry after ";
    private const string End = " ms)";

    public static string Add(string reason, TimeSpan delay) =>
        string.Create(CultureInfo.InvariantCulture, $"{ShortText.Cut(reason, ShortText.MaxCloseReasonBytes - 32)} {Start}{(long)delay.TotalMilliseconds}{End}");

    /// <summary>Reads the delay; null if the text has none.</summary>
    public static TimeSpan? Read(string reason)
    {
        var start = reason.LastIndexOf(Start, StringComparison.Ordinal);
        if (start < 0 || !reason.EndsWith(End, StringComparison.Ordinal))
        {
            return null;
        }

        var digits = reason.AsSpan(start + Start.Length, Math.Max(0, reason.Length - End.Length - start - Start.Length));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var delay) ? TimeSpan.FromMilliseconds(delay) : null;
    }
}
