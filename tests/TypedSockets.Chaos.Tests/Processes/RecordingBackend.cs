using System.Collections.Concurrent;
using TypedSockets.Soak.Contracts;
using TypedSockets.Soak.Server;

namespace TypedSockets.Chaos.Tests.Processes;

/// <summary>Takes note of who comes, speaks and goes, and says nothing.</summary>
internal sealed class RecordingBackend : IBackend
{
    private long _ups;

    public long Ups => Volatile.Read(ref _ups);

    public ConcurrentQueue<DisconnectReason> Disconnected { get; } = new();

    public Task ServeAsync(int client, ISoakClient proxy, CancellationToken stopping, CancellationToken ended) => Task.CompletedTask;

    public ValueTask TakeUpAsync(int client, long number, ReadOnlyMemory<byte> payload)
    {
        Interlocked.Increment(ref _ups);
        return default;
    }

    public void NoteCall(int client, long number)
    {
    }

    public void NoteDisconnected(int client, DisconnectReason reason) => Disconnected.Enqueue(reason);
}
