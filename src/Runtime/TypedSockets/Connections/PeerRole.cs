namespace TypedSockets.Connections;

/// <summary>Which end of the session this is. Call ids of the server are odd, those of the client even.</summary>
internal enum PeerRole
{
    Client = 0,
    Server = 1,
}
