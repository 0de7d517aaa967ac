using System.Diagnostics;
using Load.Peers;
using Load.Sockets;

namespace Load.Scenarios;

/// <summary>Calls, so many at a time on so many connections. One on one is a matter of latency, more of processor time.</summary>
internal sealed record CallScenario(string Name, int Connections, int InFlight) : Scenario(Name, "µs")
{
    public override Sample Run(Bench bench, Times times)
    {
        using var loop = new EventLoop();
        var load = new Caller();
        foreach (var connection in bench.Connect(loop, load, Connections))
        {
            for (var i = 0; i < InFlight; i++)
            {
                Caller.Call(connection);
            }
        }

        bench.WarmUp(loop, Name, times);
        var sample = bench.Measure(loop, load, () => load.Replies, times.Measured);
        return sample with { Value = Connections * InFlight == 1 ? sample.P50 : sample.CpuMicroseconds };
    }

    private sealed class Caller : Counters
    {
        public static void Call(Connection connection)
        {
            connection.Note = Stopwatch.GetTimestamp();
            connection.Wire.Call();
        }

        public override void Replied(Connection connection)
        {
            base.Replied(connection);
            Latencies.Note(connection.Note);
            Call(connection);
        }
    }
}
