using System.Globalization;
using Generator;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// So often that everything is compiled for good before it is measured.
const int WarmUp = 60;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 30;
foreach (var _ in Enumerable.Range(0, WarmUp))
{
    Measure(new GeneratorRuns(hubs: 3), 3);
}

Console.WriteLine("| hubs | files | first run, ms | edit outside a contract, ms | edit inside a contract, ms |");
Console.WriteLine("|---:|---:|---:|---:|---:|");
foreach (var hubs in new[] { 1, 10, 100 })
{
    var runs = new GeneratorRuns(hubs);
    Measure(runs, rounds / 3);
    var (cold, outside, inside) = Measure(runs, rounds);
    Console.WriteLine($"| {hubs} | {runs.Files} | {Text(cold)} | {Text(outside)} | {Text(inside)} |");
}

static (List<double> Cold, List<double> Outside, List<double> Inside) Measure(GeneratorRuns runs, int rounds) =>
    ([.. Enumerable.Range(0, rounds).Select(_ => runs.Cold())], [.. runs.EditsOutside(rounds)], [.. runs.EditsInside(rounds)]);

// The median, and between which the middle 80 % lie.
static string Text(List<double> times)
{
    times.Sort();
    return $"{times[times.Count / 2]:0.00} ({times[times.Count / 10]:0.00} to {times[times.Count - 1 - (times.Count / 10)]:0.00})";
}
