using System.Globalization;
using System.Text;
using Load.Peers;
using Load.Scenarios;

namespace Load.Report;

/// <summary>The results as Markdown. Less is better in every row; a ratio says how many times better than the reference of the same round.</summary>
internal sealed class Tables(Results results, IReadOnlyList<Scenario> scenarios, IReadOnlyList<PeerKind> peers)
{
    // With less to spare, the generator may have been the limit.
    private const double LeastIdle = 0.03;

    public string Main() => Table("(ratio to plain)", Value);

    public string Spread() => Table("least to most", (scenario, peer) =>
    {
        var samples = results.Of(scenario.Name, peer);
        return Text($"{samples.Min(one => one.Value):0.00} to {samples.Max(one => one.Value):0.00}");
    });

    /// <summary>Bytes and allocations of one operation.</summary>
    public string Bytes()
    {
        string[] names = [ScenarioList.Call, ScenarioList.InFlight, ScenarioList.Emit, ScenarioList.EmitEight, ScenarioList.FanOut2, ScenarioList.FanOut32];
        return Table(
            "sent / received / allocated, B",
            (scenario, peer) => Text(
                $"{Median(scenario, peer, one => one.BytesSent):0.0} / {Median(scenario, peer, one => one.BytesReceived):0.0} / {Median(scenario, peer, one => one.Allocated):0.0}"),
            scenarios.Where(scenario => names.Contains(scenario.Name)));
    }

    /// <summary>How long the generator had nothing to do: where it is near 0, it was the limit.</summary>
    public string Idle() => Table("generator idle", (scenario, peer) => Text($"{100 * Median(scenario, peer, one => one.Idle):0} %"), scenarios.Where(one => one.WarmsUp));

    public string Remarks()
    {
        var text = new StringBuilder();
        foreach (var scenario in scenarios)
        {
            foreach (var peer in peers.Where(peer => results.Has(scenario.Name, peer.Name)))
            {
                foreach (var remark in results.Of(scenario.Name, peer.Name).Select(one => one.Remark).Where(remark => remark.Length > 0))
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"- {scenario.Name}, {peer.Name}: {remark}");
                }
            }
        }

        return text.ToString();
    }

    private double Median(Scenario scenario, string peer, Func<Sample, double> value) => results.Median(scenario.Name, peer, value);

    private string Value(Scenario scenario, string peer)
    {
        var value = Median(scenario, peer, one => one.Value);
        var limit = Median(scenario, peer, one => one.Idle) < LeastIdle ? " **g**" : "";
        var ratio = results.Ratio(scenario.Name, peer, PeerKind.Reference) is { } found ? Text($" ({found.Median:0.00}x)") : "";
        return Text($"{(value < 10 ? $"{value:0.00}" : $"{value:0.0}")}{ratio}{limit}");
    }

    private string Table(string caption, Func<Scenario, string, string> cell, IEnumerable<Scenario>? rows = null)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"| {caption} | {string.Join(" | ", peers.Select(peer => peer.Name))} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(peers.Select(_ => "---:|"))}");
        foreach (var scenario in rows ?? scenarios)
        {
            var cells = peers.Select(peer => results.Has(scenario.Name, peer.Name) ? cell(scenario, peer.Name) : "-");
            text.AppendLine(CultureInfo.InvariantCulture, $"| {scenario.Name}, {scenario.Unit} | {string.Join(" | ", cells)} |");
        }

        return text.ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
