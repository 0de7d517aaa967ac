using System.Diagnostics;
using Load.Peers;
using Load.Sockets;

namespace EndToEnd.Workloads;

/// <summary>Counts operations, and the processor time that both processes use for them.</summary>
internal sealed class Meter
{
    private const int OwnClock = 2;

    private readonly Latencies _latencies = new();
    private readonly int _serverClock;
    private long _operations;
    private volatile bool _measures;

    /// <param name="server">The server's process.</param>
    public Meter(int server)
    {
        if (Libc.GetCpuClock(server, out _serverClock) != 0)
        {
            throw new IOException("The processor time of the server cannot be read.");
        }
    }

    public void Count(int operations) => Interlocked.Add(ref _operations, operations);

    /// <summary>Notes how long an operation took that began at this timestamp.</summary>
    public void Note(long began)
    {
        if (_measures)
        {
            _latencies.Note(began);
        }
    }

    /// <summary>Blocks its thread for so many seconds, and says what others have counted meanwhile.</summary>
    public Sample Measure(double seconds)
    {
        _latencies.Clear();
        _measures = true;
        var (operations, server, client, start) = (Interlocked.Read(ref _operations), Cpu(_serverClock), Cpu(OwnClock), Stopwatch.GetTimestamp());
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        (operations, server, client) = (Interlocked.Read(ref _operations) - operations, Cpu(_serverClock) - server, Cpu(OwnClock) - client);
        _measures = false;
        return operations > 0
            ? new Sample(operations / elapsed, _latencies.Percentile(0.50), server * 1e6 / operations, client * 1e6 / operations)
            : throw new IOException($"Nothing came in {seconds} s.");
    }

    private static double Cpu(int clock) => Libc.GetTime(clock, out var time) == 0 ? time.Seconds + (time.Nanoseconds / 1e9) : throw new IOException("The server has ended.");
}
