using System.Diagnostics;
using Load.Scenarios;
using Load.Sockets;
using Load.Wires;

namespace Load.Peers;

/// <summary>One peer under load: its process, and the generator's connections to it.</summary>
internal sealed class Bench(PeerKind kind, int core) : IDisposable
{
    // As many as a listening socket lets wait.
    private const int Wave = 200;

    private const int MaxSettleSeconds = 5;

    private readonly HashSet<string> _warm = [];

    public PeerKind Kind => kind;

    public PeerProcess Process { get; } = PeerProcess.Start(kind, core);

    /// <summary>
    /// Lets a scenario run before it counts, until the server has collected what connecting left behind, and has compiled what it had not run as often before. It gets
    /// the generator's core too: on a busy core of its own it would not come to the end of that for long.
    /// </summary>
    public void WarmUp(EventLoop loop, string scenario, Times times)
    {
        Process.Pin(ulong.MaxValue);
        loop.Sleeps = true;
        Process.Collect();
        loop.RunFor(_warm.Add(scenario) ? times.Cold : 0);
        long compiled;
        var end = Stopwatch.GetTimestamp() + (MaxSettleSeconds * Stopwatch.Frequency);
        do
        {
            compiled = Process.Compiled();
            loop.RunFor(times.Quiet);
        }
        while (compiled != Process.Compiled() && Stopwatch.GetTimestamp() < end);

        loop.Sleeps = false;
        Process.Pin(1UL << core);
        loop.RunFor(times.Warm);
    }

    public Connection Connect(EventLoop loop, ILoad load, int receiveBytes = 0) =>
        new(loop, Process.Port, kind.CreateWire(load, Process.Details), receiveBytes);

    /// <summary>Opens connections, and waits until all may be used.</summary>
    public List<Connection> Connect(EventLoop loop, Counters load, int count)
    {
        List<Connection> connections = [];
        var before = load.Open;
        while (connections.Count < count)
        {
            for (var i = 0; i < Wave && connections.Count < count; i++)
            {
                connections.Add(Connect(loop, load));
            }

            loop.RunUntil(() => load.Open - before == connections.Count, what: "open connections");
        }

        return connections;
    }

    /// <summary>Measures what happens in so many seconds.</summary>
    public Sample Measure(EventLoop loop, Counters load, Func<long> operations, double seconds)
    {
        var allocated = Process.Allocated();
        var (sent, received) = Bytes(loop);
        var idle = loop.Idle;
        var done = operations();
        var cpu = Process.Cpu;
        var start = Stopwatch.GetTimestamp();
        load.Latencies.Clear();
        loop.RunFor(seconds);
        var elapsed = Stopwatch.GetTimestamp() - start;
        cpu = Process.Cpu - cpu;
        done = operations() - done;
        if (done == 0)
        {
            throw new IOException($"Nothing came from '{kind.Name}' in {seconds} s.");
        }

        var (sentAfter, receivedAfter) = Bytes(loop);
        return new Sample
        {
            Operations = done,
            PerSecond = done * (double)Stopwatch.Frequency / elapsed,
            CpuMicroseconds = cpu * 1e6 / done,
            P50 = load.Latencies.Percentile(0.50),
            P99 = load.Latencies.Percentile(0.99),
            BytesSent = (sentAfter - sent) / (double)done,
            BytesReceived = (receivedAfter - received) / (double)done,
            Allocated = (Process.Allocated() - allocated) / (double)done,
            Idle = (loop.Idle - idle) / (double)elapsed,
        };
    }

    public void Dispose() => Process.Dispose();

    private static (long Sent, long Received) Bytes(EventLoop loop) =>
        (loop.Connections.Sum(connection => connection.BytesSent), loop.Connections.Sum(connection => connection.BytesReceived));
}
