using System.Globalization;
using SessionCost;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Connections of seconds, not of the first moments: with fewer, half of the time is spent in code that the JIT has not optimised yet.
const int WarmUp = 15;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
await using var app = await CostServer.StartAsync();
var address = app.Urls.First();

Console.WriteLine("| payload | with a session, events/s | without, events/s | ratio (median of pairs) | spread |");
Console.WriteLine("|---|---:|---:|---:|---:|");
foreach (var (bytes, count) in new[] { (16, 1_000_000), (64, 1_000_000), (1024, 250_000) })
{
    List<(double With, double Without)> pairs = [];
    for (var round = -WarmUp; round < rounds; round++)
    {
        // The first pairs warm up, until all is compiled for good; the order changes from pair to pair.
        var plainFirst = round % 2 == 0;
        var before = plainFirst ? await Throughput.PlainAsync(address, count, bytes) : 0;
        var with = await Throughput.WithSessionAsync(address, count, bytes);
        var without = plainFirst ? before : await Throughput.PlainAsync(address, count, bytes);
        if (round >= 0)
        {
            pairs.Add((with, without));
        }
    }

    var ratios = pairs.Select(pair => pair.With / pair.Without).Order().ToList();
    Console.WriteLine(
        $"| {bytes} B | {Median(pairs.Select(pair => pair.With)):N0} | {Median(pairs.Select(pair => pair.Without)):N0} | {Median(ratios):0.00} | {ratios[0]:0.00} to {ratios[^1]:0.00} |");
}

Console.WriteLine();
Console.WriteLine("| broadcast of 256 B to 8 clients | deliveries/s | heap held more, MB |");
Console.WriteLine("|---|---:|---:|");
await SlowReader.RunAsync(app, withSlowOne: false);
foreach (var slow in new[] { false, true, false, true })
{
    var (perSecond, heap) = await SlowReader.RunAsync(app, slow);
    Console.WriteLine($"| {(slow ? "and one that does not read" : "all read")} | {perSecond:N0} | {heap:0.0} |");
}

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return sorted[sorted.Count / 2];
}
