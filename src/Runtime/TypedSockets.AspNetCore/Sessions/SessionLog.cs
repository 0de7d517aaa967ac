using Microsoft.Extensions.Logging;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>What the server logs of a connection. Never a payload, a token or a header.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(20, LogLevel.Debug, "Connection {ConnectionId} is open with {Hubs} hubs")]
    public static partial void Opened(ILogger logger, string connectionId, int hubs);

    [LoggerMessage(21, LogLevel.Information, "Session {ConnectionId} has ended ({Reason}): {Text}")]
    public static partial void Ended(ILogger logger, string connectionId, DisconnectReason reason, string text);

    [LoggerMessage(22, LogLevel.Warning, "Connection {ConnectionId} was refused in the handshake with {Code}: {Reason}")]
    public static partial void Refused(ILogger logger, string connectionId, int code, string reason);

    [LoggerMessage(23, LogLevel.Warning, "A request from origin '{Origin}' was refused; add it to AllowedOrigins if its pages may connect")]
    public static partial void ForeignOrigin(ILogger logger, string origin);

    [LoggerMessage(24, LogLevel.Error, "OnConnected of hub '{Hub}' failed on connection {ConnectionId}")]
    public static partial void ConnectFailed(ILogger logger, string hub, string connectionId, Exception error);

    [LoggerMessage(25, LogLevel.Error, "OnPaused, OnResumed or OnDisconnected of hub '{Hub}' failed on connection {ConnectionId}")]
    public static partial void CallbackOfHubFailed(ILogger logger, string hub, string connectionId, Exception error);

    [LoggerMessage(26, LogLevel.Critical, "Connection {ConnectionId} was ended by a defect of TypedSockets; please report it")]
    public static partial void Faulted(ILogger logger, string connectionId, Exception fault);

    [LoggerMessage(27, LogLevel.Error, "A callback that was registered for the end of a session failed")]
    public static partial void CallbackFailed(ILogger logger, Exception error);

    [LoggerMessage(28, LogLevel.Information, "The socket of session {ConnectionId} has ended with {Code}: {Reason}")]
    public static partial void SocketEnded(ILogger logger, string connectionId, int code, string reason);

    [LoggerMessage(29, LogLevel.Debug, "Session {ConnectionId} goes on over a new socket")]
    public static partial void Resumed(ILogger logger, string connectionId);

    [LoggerMessage(30, LogLevel.Warning, "Another user than its own has claimed session {ConnectionId} with the right secret; somebody's secret has leaked")]
    public static partial void OtherUser(ILogger logger, string connectionId);

    [LoggerMessage(31, LogLevel.Debug, "{Count} emits of '{Method}' to connection {ConnectionId} were dropped ({Reason})")]
    public static partial void Dropped(ILogger logger, TypedSockets.Hubs.HubMethod method, string connectionId, int count, DropReason reason);

    [LoggerMessage(32, LogLevel.Information, "The server drains {Sessions} sessions")]
    public static partial void Draining(ILogger logger, int sessions);

    [LoggerMessage(33, LogLevel.Debug, "A client asked for a session that is lost ({Reason})")]
    public static partial void Lost(ILogger logger, GapReason reason);

    [LoggerMessage(34, LogLevel.Error, "The application's authentication failed for a fresh token on connection {ConnectionId}")]
    public static partial void RefreshFailed(ILogger logger, string connectionId, Exception error);
}
