using TypedSockets.Soak.Contracts;

namespace TypedSockets.Soak.Server;

/// <summary>What stands behind the hub: takes what clients say, and speaks to them.</summary>
public interface IBackend
{
    /// <summary>Speaks to a client until its session ends.</summary>
    Task ServeAsync(int client, ISoakClient proxy, CancellationToken ended);

    void NoteUp(int client, long number, ReadOnlySpan<byte> payload);

    void NoteCall(int client, long number);

    void NoteDisconnected(int client, DisconnectReason reason);
}
