namespace TypedSockets.Architecture.Tests.Sources;

/// <summary>Reports all places that break a rule, each in full.</summary>
internal static class Violations
{
    public static void None(IEnumerable<object> found)
    {
        string[] places = [.. found.Select(place => place.ToString()!).Distinct(StringComparer.Ordinal)];

        Assert.True(places.Length == 0, $"{places.Length} places break this rule:{Environment.NewLine}{string.Join(Environment.NewLine, places)}");
    }
}
