using Load.Peers;

namespace Load.Report;

/// <summary>All samples: one for each scenario, peer and round.</summary>
internal sealed class Results
{
    private readonly Dictionary<(string Scenario, string Peer), SortedDictionary<int, Sample>> _samples = [];

    public void Add(string scenario, string peer, int round, Sample sample)
    {
        if (!_samples.TryGetValue((scenario, peer), out var rounds))
        {
            _samples[(scenario, peer)] = rounds = [];
        }

        rounds[round] = sample;
    }

    public bool Has(string scenario, string peer) => _samples.ContainsKey((scenario, peer));

    public IReadOnlyCollection<Sample> Of(string scenario, string peer) => _samples[(scenario, peer)].Values;

    public double Median(string scenario, string peer, Func<Sample, double> value) => Median(Of(scenario, peer).Select(value));

    /// <summary>How many times better than another one, in the same round: the median, and the spread.</summary>
    public (double Median, double Low, double High)? Ratio(string scenario, string peer, string other)
    {
        if (!Has(scenario, peer) || !Has(scenario, other))
        {
            return null;
        }

        var others = _samples[(scenario, other)];
        List<double> ratios = [.. _samples[(scenario, peer)].Where(one => others.ContainsKey(one.Key)).Select(one => others[one.Key].Value / one.Value.Value)];
        return ratios.Count == 0 ? null : (Median(ratios), ratios.Min(), ratios.Max());
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
