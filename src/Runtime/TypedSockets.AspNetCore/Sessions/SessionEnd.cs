using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>Why a session is over: what its socket is closed with, what its client learns later, what its hubs are told.</summary>
internal sealed record SessionEnd(SocketCloseCode Code, string Text, GapReason Gap, DisconnectReason Reason)
{
    public static SessionEnd Left { get; } = new(SocketCloseCode.Normal, "the client has left", GapReason.Ended, DisconnectReason.Left);

    public static SessionEnd Overflow { get; } =
        new(SocketCloseCode.Overflow, "more was sent to the client than its outbox holds", GapReason.Overflow, DisconnectReason.Overflow);

    public static SessionEnd Drained { get; } = new(SocketCloseCode.Draining, "the server is shutting down", GapReason.Drained, DisconnectReason.Draining);

    public static SessionEnd Mismatch { get; } =
        new(SocketCloseCode.Superseded, "the two ends do not agree on what was sent", GapReason.PositionMismatch, DisconnectReason.ProtocolError);

    /// <summary>A session that waited for its client in vain.</summary>
    public static SessionEnd GivenUp(GapReason reason) => new(
        SocketCloseCode.Draining, $"the session waited for its client in vain ({reason})", reason, reason == GapReason.Expired ? DisconnectReason.Expired : DisconnectReason.Evicted);

    public static SessionEnd Kicked(string text) => new(SocketCloseCode.Kicked, ShortText.Cut(text, ShortText.MaxCloseReasonBytes), GapReason.Ended, DisconnectReason.Kicked);

    /// <summary>A hub could not be opened, or something cannot be sent.</summary>
    public static SessionEnd Refused(SocketCloseCode code, string text) => new(code, text, GapReason.Ended, DisconnectReason.ProtocolError);
}
