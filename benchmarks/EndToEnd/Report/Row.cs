namespace EndToEnd.Report;

/// <summary>A row of the table: the values of both, round by round.</summary>
/// <param name="Name">What was measured, with its unit.</param>
/// <param name="MoreIsBetter">Otherwise less is.</param>
/// <param name="Typed">Ours.</param>
/// <param name="SignalR">SignalR's, in the same rounds.</param>
internal sealed record Row(string Name, bool MoreIsBetter, IReadOnlyList<double> Typed, IReadOnlyList<double> SignalR)
{
    /// <summary>As a line of Markdown.</summary>
    public override string ToString()
    {
        var ratios = Typed.Zip(SignalR, (typed, signalR) => MoreIsBetter ? typed / signalR : signalR / typed).ToList();
        return $"| {Name} | {Text(Typed)} | {Text(SignalR)} | {Median(ratios):0.00}x ({ratios.Min():0.00} to {ratios.Max():0.00}) |";
    }

    private static string Text(IReadOnlyList<double> values) => $"{Number(Median(values))} ({Number(values.Min())} to {Number(values.Max())})";

    private static string Number(double value) => value switch
    {
        >= 1000 => $"{value:N0}",
        >= 10 => $"{value:0.0}",
        _ => $"{value:0.00}",
    };

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
