using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>Cuts texts to what a close frame holds.</summary>
internal static class CloseReason
{
    public static string Shorten(string reason, int maxBytes = ShortText.MaxCloseReasonBytes) => ShortText.Cut(reason, maxBytes);
}
