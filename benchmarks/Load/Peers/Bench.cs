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

    private readonly HashSet<string> _warm = [];

    public PeerKind Kind => kind;

    public PeerProcess Process { get; } = PeerProcess.Start(kind, core);

    /// <summary>
    /// Lets a scenario run before it counts. The first time the server gets the generator's core too: on a busy core of its own the JIT would not come to its end for long.
    /// </summary>
    public void WarmUp(EventLoop loop, string scenario, Times times)
    {
        if (_warm.Add(scenario))
        {
            Process.Pin(ulong.MaxValue);
            loop.Sleeps = true;
            loop.RunFor(times.Cold);
            loop.Sleeps = false;
            Process.Pin(1UL << core);
        }

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
