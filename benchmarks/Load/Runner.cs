using Load.Peers;
using Load.Report;
using Load.Scenarios;

namespace Load;

/// <summary>Runs every scenario with every peer, round after round, in an order that rotates.</summary>
internal sealed class Runner(IReadOnlyList<Scenario> scenarios, IReadOnlyList<PeerKind> peers, int rounds, Times times) : IDisposable
{
    private const int ServerCore = 0;
    private readonly Dictionary<string, Bench> _benches = [];

    public Results Run()
    {
        var results = new Results();
        foreach (var scenario in scenarios)
        {
            for (var round = 0; round < rounds; round++)
            {
                for (var turn = 0; turn < peers.Count; turn++)
                {
                    var peer = peers[(turn + round) % peers.Count];
                    if (scenario.Suits(peer))
                    {
                        var sample = scenario.Run(Bench(peer), times);
                        results.Add(scenario.Name, peer.Name, round, sample);
                        Console.Error.WriteLine($"{scenario.Name} | {peer.Name} | round {round + 1} | {sample.Value:0.00} {scenario.Unit} | idle {sample.Idle:0.00} | {sample.PerSecond:N0}/s {sample.Remark}");
                    }
                }
            }
        }

        return results;
    }

    public void Dispose()
    {
        foreach (var bench in _benches.Values)
        {
            bench.Dispose();
        }
    }

    private Bench Bench(PeerKind peer)
    {
        if (!_benches.TryGetValue(peer.Name, out var bench))
        {
            _benches[peer.Name] = bench = new Bench(peer, ServerCore);
        }

        return bench;
    }
}
