using Load.Peers;
using Load.Sockets;

namespace Load.Scenarios;

/// <summary>Events to the server. Each batch ends with a call, whose answer says that the batch was handled; two batches are under way on each connection.</summary>
internal sealed record EmitScenario(string Name, int PerFrame, int Connections) : Scenario(Name, "µs")
{
    private const int Batch = 64;

    public override Sample Run(Bench bench, Times times)
    {
        using var loop = new EventLoop();
        var load = new Emitter(PerFrame);
        foreach (var connection in bench.Connect(loop, load, Connections))
        {
            load.Emit(connection);
            load.Emit(connection);
        }

        bench.WarmUp(loop, Name, times);
        var sample = bench.Measure(loop, load, () => load.Replies * Batch, times.Measured);
        return sample with { Value = sample.CpuMicroseconds };
    }

    private sealed class Emitter(int perFrame) : Counters
    {
        public void Emit(Connection connection)
        {
            for (var i = 0; i < Batch; i += perFrame)
            {
                connection.Wire.Emit(perFrame);
            }

            connection.Wire.Call();
        }

        public override void Replied(Connection connection)
        {
            base.Replied(connection);
            Emit(connection);
        }
    }
}
