using System.Collections.Concurrent;

namespace TypedSockets.Soak.Traffic;

/// <summary>What all clients and the server say to each other, and what went wrong besides. Thread-safe.</summary>
public sealed class SoakTraffic(int clients)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    private readonly ClientFlows[] _clients = [.. Enumerable.Range(0, clients).Select(_ => new ClientFlows())];
    private long _gaps;
    private long _resumes;

    public Gate Gate { get; } = new();

    /// <summary>What must not happen: exceptions, ended clients, dropped emits, each said in a sentence.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    public long Gaps => Volatile.Read(ref _gaps);

    public long Resumes => Volatile.Read(ref _resumes);

    public ClientFlows this[int client] => _clients[client];

    public bool IsPerfect => Gaps == 0 && Faults.IsEmpty && All.All(flow => flow.IsPerfect);

    public IEnumerable<Flow> All => _clients.SelectMany(client => client.All);

    public long Sum(Func<ClientFlows, long> number) => _clients.Sum(number);

    public void NoteGap(Gap gap)
    {
        Interlocked.Increment(ref _gaps);
        Faults.Enqueue($"a session was lost: {gap}");
    }

    public void NoteResumed() => Interlocked.Increment(ref _resumes);

    /// <summary>Waits until nothing is under way, or nothing has come for so long that nothing will.</summary>
    /// <returns>Whether everything has come.</returns>
    public async Task<bool> SettleAsync(TimeSpan patience)
    {
        var seen = -1L;
        var since = TimeProvider.System.GetTimestamp();
        while (All.Any(flow => flow.Outstanding > 0))
        {
            if (All.Sum(flow => flow.Received) is var received && received != seen)
            {
                seen = received;
                since = TimeProvider.System.GetTimestamp();
            }
            else if (TimeProvider.System.GetElapsedTime(since) > patience)
            {
                return false;
            }

            await Task.Delay(Poll);
        }

        return true;
    }
}
