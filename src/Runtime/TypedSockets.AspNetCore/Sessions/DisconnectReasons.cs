using TypedSockets.Connections;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>Translates how a socket ended into what a hub is told.</summary>
internal static class DisconnectReasons
{
    public static DisconnectReason ToDisconnectReason(this ConnectionEnd end) => end switch
    {
        { Left: true } => DisconnectReason.Left,
        { ByPeer: true } => DisconnectReason.Lost,
        _ => (SocketCloseCode)end.Code switch
        {
            SocketCloseCode.HeartbeatTimeout => DisconnectReason.HeartbeatTimeout,
            SocketCloseCode.SendStalled => DisconnectReason.SendStalled,
            SocketCloseCode.Overflow => DisconnectReason.Overflow,
            SocketCloseCode.Kicked => DisconnectReason.Kicked,
            SocketCloseCode.Draining => DisconnectReason.Draining,
            SocketCloseCode.Busy => DisconnectReason.Lost,
            _ => DisconnectReason.ProtocolError,
        },
    };
}
