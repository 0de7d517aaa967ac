using System.Globalization;
using System.Text;
using Load.Scenarios;

namespace Load.Report;

/// <summary>How many times better than whom TypedSockets has to be.</summary>
internal static class Targets
{
    private const string Ours = "typedsockets";

    private static readonly (string Scenario, string Peer, double AtLeast)[] All =
    [
        (ScenarioList.Call, "plain", 1.0),
        (ScenarioList.Call, "signalr-msgpack", 1 / 0.45),
        (ScenarioList.InFlight, "plain", 1.5),
        (ScenarioList.InFlight, "signalr-msgpack", 5),
        (ScenarioList.InFlight, "grpc", 3),
        (ScenarioList.Emit, "plain", 1.2),
        (ScenarioList.Emit, "signalr-msgpack", 7),
        (ScenarioList.Emit, "socketio-msgpack", 2.5),
        (ScenarioList.EmitEight, "plain", 1.1),
        (ScenarioList.EmitEight, "signalr-msgpack", 10),
        (ScenarioList.FanOut2, "plain", 1.0),
        (ScenarioList.FanOut2, "signalr-msgpack", 1.6),
        (ScenarioList.FanOut32, "plain", 1.8),
        (ScenarioList.FanOut32, "signalr-msgpack", 2),
        (ScenarioList.FanOutRate, "plain", 1),
        (ScenarioList.Idle, "plain", 1 / 0.75),
        (ScenarioList.Idle, "signalr-msgpack", 1 / 0.6),
        (ScenarioList.EmitOne, "frames", 0.9),
        (ScenarioList.PushSmall, "frames", 0.9),
        (ScenarioList.PushLarge, "frames", 0.9),
    ];

    public static string Table(Results results)
    {
        var text = new StringBuilder("| row | against | at least | measured | spread | |\n|---|---|---:|---:|---:|---|\n");
        foreach (var (scenario, peer, atLeast) in All)
        {
            if (results.Ratio(scenario, Ours, peer) is { } ratio)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| {scenario} | {peer} | {atLeast:0.00}x | {ratio.Median:0.00}x | {ratio.Low:0.00} to {ratio.High:0.00} | {(ratio.Median >= atLeast ? "met" : "**missed**")} |");
            }
        }

        return text.ToString();
    }

    /// <summary>One line: the main rows against plain and against SignalR.</summary>
    public static string Summary(Results results)
    {
        return $"typedsockets against plain: {Ratios(results, "plain")}; against SignalR MessagePack: {Ratios(results, "signalr-msgpack")}";

        static string Ratios(Results results, string peer) => string.Join(", ", ScenarioList.Main
            .Select(scenario => (scenario, Ratio: results.Ratio(scenario, Ours, peer)))
            .Where(one => one.Ratio is not null)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.scenario} {one.Ratio!.Value.Median:0.00}x")));
    }
}
