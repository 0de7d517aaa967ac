using System.Diagnostics;
using Load.Peers;
using Load.Sockets;

namespace Load.Scenarios;

/// <summary>One connection asks for events to everyone; so many of them are outstanding, or so many a second are asked for.</summary>
internal sealed record FanOutScenario(string Name, string Unit, int Receivers, int Outstanding, double PerSecond = 0) : Scenario(Name, Unit)
{
    public override Sample Run(Bench bench, Times times)
    {
        using var loop = new EventLoop();
        var load = new Publisher(Receivers) { IsClosedLoop = PerSecond == 0 };
        var connections = bench.Connect(loop, load, Receivers);
        load.Connection = connections[0];

        // A server may answer the upgrade before it knows the connection as a receiver; when it answers a call it does.
        connections.ForEach(connection => connection.Wire.Call());
        loop.RunUntil(() => load.Replies == Receivers, what: "receivers");
        for (var i = 0; i < Outstanding; i++)
        {
            load.Publish();
        }

        using var pace = PerSecond > 0 ? new Pace(loop, PerSecond, load.Publish) : null;
        bench.WarmUp(loop, Name, times);
        var sample = bench.Measure(loop, load, () => load.Events, times.Measured);
        return sample with { Value = PerSecond > 0 ? sample.P99 / 1000 : sample.CpuMicroseconds };
    }

    private sealed class Publisher(int receivers) : Counters
    {
        private readonly long[] _published = new long[4096];
        private readonly int[] _missing = new int[4096];
        private long _count;

        public Connection Connection { get; set; } = null!;

        public bool IsClosedLoop { get; init; }

        public void Publish()
        {
            var slot = _count++ % _published.Length;
            _published[slot] = Stopwatch.GetTimestamp();
            _missing[slot] = receivers;
            Connection.Wire.Publish();
        }

        public override void Came(Connection connection)
        {
            base.Came(connection);
            var slot = connection.Note++ % _published.Length;
            Latencies.Note(_published[slot]);
            if (--_missing[slot] == 0 && IsClosedLoop)
            {
                Publish();
            }
        }
    }
}
