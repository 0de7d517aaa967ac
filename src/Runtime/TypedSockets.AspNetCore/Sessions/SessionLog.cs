using Microsoft.Extensions.Logging;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>What the server logs of a connection. Never a payload, a token or a header.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(20, LogLevel.Debug, "Connection {ConnectionId} is open with {Hubs} hubs")]
    public static partial void Opened(ILogger logger, string connectionId, int hubs);

    [LoggerMessage(21, LogLevel.Information, "Connection {ConnectionId} has ended with {Code}: {Reason}")]
    public static partial void Ended(ILogger logger, string connectionId, int code, string reason);

    [LoggerMessage(22, LogLevel.Warning, "Connection {ConnectionId} was refused in the handshake with {Code}: {Reason}")]
    public static partial void Refused(ILogger logger, string connectionId, int code, string reason);

    [LoggerMessage(23, LogLevel.Warning, "A request from origin '{Origin}' was refused; add it to AllowedOrigins if its pages may connect")]
    public static partial void ForeignOrigin(ILogger logger, string origin);

    [LoggerMessage(24, LogLevel.Error, "OnConnected of hub '{Hub}' failed on connection {ConnectionId}")]
    public static partial void ConnectFailed(ILogger logger, string hub, string connectionId, Exception error);

    [LoggerMessage(25, LogLevel.Error, "OnDisconnected of hub '{Hub}' failed on connection {ConnectionId}")]
    public static partial void DisconnectFailed(ILogger logger, string hub, string connectionId, Exception error);

    [LoggerMessage(26, LogLevel.Critical, "Connection {ConnectionId} was ended by a defect of TypedSockets; please report it")]
    public static partial void Faulted(ILogger logger, string connectionId, Exception fault);

    [LoggerMessage(27, LogLevel.Error, "A callback that was registered for the end of a session failed")]
    public static partial void CallbackFailed(ILogger logger, Exception error);
}
