using TypedSockets.Soak.Contracts;

namespace TypedSockets.Soak.Server;

/// <summary>What stands behind the hub: takes what clients say, and speaks to them.</summary>
public interface IBackend
{
    /// <summary>Speaks to a client.</summary>
    /// <param name="client">Which one.</param>
    /// <param name="proxy">Reaches it.</param>
    /// <param name="stopping">Cancelled when the application is about to stop.</param>
    /// <param name="ended">Cancelled when the client's session has ended: nothing more can be said.</param>
    Task ServeAsync(int client, ISoakClient proxy, CancellationToken stopping, CancellationToken ended);

    /// <summary>Handles an emit.</summary>
    ValueTask TakeUpAsync(int client, long number, ReadOnlyMemory<byte> payload);

    void NoteCall(int client, long number);

    void NoteDisconnected(int client, DisconnectReason reason);
}
