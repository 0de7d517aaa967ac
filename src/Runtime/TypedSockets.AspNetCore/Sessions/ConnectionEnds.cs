using TypedSockets.Connections;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>Decides what the end of a socket means for its session.</summary>
internal static class ConnectionEnds
{
    /// <summary>Why the session is over; null if it waits for its client to come back.</summary>
    public static SessionEnd? ToSessionEnd(this ConnectionEnd end)
    {
        if (end.Left)
        {
            return SessionEnd.Left;
        }

        // Of a message that met a defect of ours nobody knows how far it was handled, so it cannot go on.
        return end.Fault is not null || CloseCodeRange.MeansStop(end.Code)
            ? SessionEnd.Refused((SocketCloseCode)end.Code, end.Reason)
            : null;
    }
}
