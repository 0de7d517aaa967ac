using Load.Peers;
using Load.Sockets;

namespace Load.Scenarios;

/// <summary>What connections cost that do nothing. A fresh process each time: what others have left behind would be reused.</summary>
internal sealed record IdleScenario(string Name, int Connections) : Scenario(Name, "KB")
{
    private const int First = 200;

    public override bool WarmsUp => false;

    public override Sample Run(Bench bench, Times times)
    {
        using var fresh = new Bench(bench.Kind, core: 0);
        using var loop = new EventLoop();
        var load = new Counters();

        // The first ones pay for code and pools.
        fresh.Connect(loop, load, First);
        loop.RunFor(1);
        fresh.Process.Collect();
        var before = fresh.Process.Resident.Now;
        fresh.Connect(loop, load, Connections);
        loop.RunFor(3);
        fresh.Process.Collect();
        loop.RunFor(1);
        return new Sample { Operations = Connections, Value = (fresh.Process.Resident.Now - before) / 1024.0 / Connections, Idle = 1 };
    }
}
