using System.Diagnostics;
using System.Globalization;
using Load.Peers;
using Load.Sockets;

namespace Load.Scenarios;

/// <summary>Events to 100 at a fixed rate, then the same with one more that does not read: how much later the others get theirs. It misses 16,000 events, more than our outbox holds.</summary>
internal sealed record SlowReaderScenario(string Name) : Scenario(Name, "ratio of p99")
{
    private const int Receivers = 50;
    private const double PerSecond = 2000;
    private const double Seconds = 6;

    public override Sample Run(Bench bench, Times times)
    {
        var alone = Measure(bench, withDeaf: false);
        var with = Measure(bench, withDeaf: true);
        return new Sample
        {
            Operations = 1,
            Value = with / alone,
            P99 = with,
            Idle = 1,
            Remark = string.Create(CultureInfo.InvariantCulture, $"p99 {alone / 1000:0.00} ms, with the deaf one {with / 1000:0.00} ms"),
        };
    }

    private static double Measure(Bench bench, bool withDeaf)
    {
        using var loop = new EventLoop();
        var load = new Publisher();
        var connections = bench.Connect(loop, load, Receivers);
        load.Connection = connections[0];

        // A small buffer in the kernel, so that the server feels soon that nobody reads.
        var deaf = bench.Connect(loop, load, receiveBytes: 4096);
        loop.RunUntil(() => load.Open > Receivers, what: "the last connection");
        if (withDeaf)
        {
            deaf.GoDeaf();
        }

        using var pace = new Pace(loop, PerSecond, load.Publish);
        loop.RunFor(2);
        load.Latencies.Clear();
        loop.RunFor(Seconds);
        load.NoteUnfinished(connections);
        return load.Latencies.Percentile(0.99);
    }

    private sealed class Publisher : Counters
    {
        private readonly long[] _published = new long[1 << 16];
        private long _count;

        public Connection Connection { get; set; } = null!;

        public void Publish()
        {
            _published[_count++ % _published.Length] = Stopwatch.GetTimestamp();
            Connection.Wire.Publish();
        }

        public override void Came(Connection connection)
        {
            base.Came(connection);
            Latencies.Note(_published[connection.Note++ % _published.Length]);
        }

        // A stall is not hidden by what has not come at all.
        public void NoteUnfinished(IEnumerable<Connection> receivers)
        {
            foreach (var receiver in receivers)
            {
                for (var number = receiver.Note; number < _count; number++)
                {
                    Latencies.Note(_published[number % _published.Length]);
                }
            }
        }

        public override void Closed(Connection connection)
        {
            // The deaf one may be given up.
            if (!connection.IsDeaf)
            {
                base.Closed(connection);
            }
        }
    }
}
