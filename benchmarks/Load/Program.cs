using System.CommandLine;
using System.Globalization;
using Load;
using Load.Peers;
using Load.Report;
using Load.Scenarios;
using Load.Sockets;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var quick = new Option<bool>("--quick") { Description = "Only the main rows, and shorter." };
var only = new Option<string[]>("--peers") { Description = "The peers to measure, or all.", AllowMultipleArgumentsPerToken = true };
var rows = new Option<string[]>("--rows") { Description = "The rows to measure, by a part of their names.", AllowMultipleArgumentsPerToken = true };
var rounds = new Option<int?>("--rounds") { Description = "How many rounds; 3, or 2 for a quick look." };
var command = new RootCommand("Measures TypedSockets beside its peers: each server on one core, one neutral load generator on the other.") { quick, only, rows, rounds };
command.SetAction(parsed => Measure(parsed.GetValue(quick), parsed.GetValue(only) ?? [], parsed.GetValue(rows) ?? [], parsed.GetValue(rounds)));
return command.Parse(args).Invoke();

static void Measure(bool quick, string[] only, string[] rows, int? rounds)
{
    PinToTheOtherCore();
    string[] quickPeers = ["plain", "typedsockets", "signalr-msgpack", "grpc", "socketio-msgpack"];
    var peers = PeerKind.All.Where(peer => only.Length > 0 ? only.Contains(peer.Name) : !quick || quickPeers.Contains(peer.Name)).ToList();
    var scenarios = ScenarioList.All
        .Where(one => rows.Length > 0 ? rows.Any(row => one.Name.Contains(row, StringComparison.Ordinal)) : !quick || ScenarioList.Main.Contains(one.Name)).ToList();
    using var runner = new Runner(scenarios, peers, rounds ?? (quick ? 2 : 3), quick ? new Times(1, 0.25, 0.15, 0.7) : new Times(1, 0.3, 0.2, 1));
    var results = runner.Run();
    var tables = new Tables(results, scenarios, peers);
    Console.WriteLine($"""
        Less is better. In brackets: how many times better than plain. **g**: the generator may have been the limit.

        {tables.Main()}
        {tables.Spread()}
        {tables.Bytes()}
        {tables.Idle()}
        {tables.Remarks()}
        {Targets.Table(results)}
        {Targets.Summary(results)}
        """);
}

static unsafe void PinToTheOtherCore()
{
    ulong mask = 2;
    if (Libc.SetAffinity(0, sizeof(ulong), &mask) != 0)
    {
        throw new InvalidOperationException("The generator needs a second core for itself.");
    }
}
