using Load.Peers;
using Load.Sockets;

namespace Load.Scenarios;

/// <summary>Events of so many bytes to one connection, as fast as they go: two pushes are asked for, and the next whenever one is through.</summary>
internal sealed record PushScenario(string Name, int Bytes) : Scenario(Name, "µs")
{
    private const int Batch = 5_000;

    public override Sample Run(Bench bench, Times times)
    {
        using var loop = new EventLoop();
        var load = new Counter(Bytes);
        var connection = bench.Connect(loop, load, 1)[0];
        connection.Wire.Push(Batch, Bytes);
        connection.Wire.Push(Batch, Bytes);
        bench.WarmUp(loop, Name, times);
        var sample = bench.Measure(loop, load, () => load.Events, times.Measured);
        return sample with { Value = 1e6 / sample.PerSecond };
    }

    private sealed class Counter(int bytes) : Counters
    {
        public override void Came(Connection connection)
        {
            base.Came(connection);
            if (Events % Batch == 0)
            {
                connection.Wire.Push(Batch, bytes);
            }
        }
    }
}
