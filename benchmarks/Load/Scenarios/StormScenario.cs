using System.Diagnostics;
using System.Globalization;
using Load.Peers;
using Load.Sockets;
using Load.Wires;

namespace Load.Scenarios;

/// <summary>
/// All lines are cut at once, and all come back at once; others go on with their calls meanwhile. A peer without sessions only has to take the connections.
/// </summary>
internal sealed record StormScenario(string Name, int Connections) : Scenario(Name, "s")
{
    private const int Others = 20;
    private const double CallsPerSecond = 1000;

    public override bool WarmsUp => false;

    public override Sample Run(Bench bench, Times times)
    {
        using var fresh = new Bench(bench.Kind, core: 0);
        using var loop = new EventLoop();
        var load = new Caller();
        var others = fresh.Connect(loop, load, Others);
        var sessions = Enumerable.Range(0, Connections).Select(_ => new TypedSession()).ToList();
        var connections = Connect(fresh, loop, load, sessions);
        var next = 0;
        using var pace = new Pace(loop, CallsPerSecond, () => Caller.TryCall(others[next++ % Others]));
        loop.RunFor(3);
        load.Latencies.Clear();
        foreach (var connection in connections)
        {
            connection.Cut();
        }

        var cpu = fresh.Process.Cpu;
        var start = Stopwatch.GetTimestamp();
        var back = Connect(fresh, loop, load, sessions);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var resumed = back.Count(connection => connection.Wire is TypedWire { IsResumed: true });
        cpu = fresh.Process.Cpu - cpu;
        return new Sample
        {
            Operations = Connections,
            Value = seconds,
            CpuMicroseconds = cpu * 1e6 / Connections,
            P99 = load.Latencies.Percentile(0.99),
            Idle = 1,
            Remark = string.Create(
                CultureInfo.InvariantCulture,
                $"{resumed} resumed, {cpu * 1e6 / Connections:0} µs CPU each, others' p99 {load.Latencies.Percentile(0.99) / 1000:0} ms, peak {fresh.Process.Resident.Peak >> 20} MiB"),
        };
    }

    // All at once, but for what the listening socket's queue holds.
    private static List<Connection> Connect(Bench bench, EventLoop loop, Counters load, List<TypedSession> sessions)
    {
        List<Connection> connections = [];
        var before = load.Open;
        foreach (var session in sessions)
        {
            connections.Add(bench.Kind.Name == "typedsockets"
                ? new Connection(loop, bench.Process.Port, new TypedWire(load, new TypedContract(bench.Process.Details), session))
                : bench.Connect(loop, load));
            if (connections.Count % 50 == 0)
            {
                loop.Turn();
            }
        }

        loop.RunUntil(() => load.Open - before == connections.Count, what: "connections that come back");
        return connections;
    }

    private sealed class Caller : Counters
    {
        public static void TryCall(Connection connection)
        {
            // One at a time: the note is when it was asked.
            if (connection.Note == 0)
            {
                connection.Note = Stopwatch.GetTimestamp();
                connection.Wire.Call();
            }
        }

        public override void Replied(Connection connection)
        {
            base.Replied(connection);
            Latencies.Note(connection.Note);
            connection.Note = 0;
        }
    }
}
