namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2011: Use a scalar as dictionary key or set element.</summary>
public class KeyIsNotScalarTests
{
    [Theory]
    [InlineData("Dictionary<Point, int> a", "public record Point(int X);", "IProbe.Send.a", "Point")]
    [InlineData("HashSet<int[]> a", "", "IProbe.Send.a", "int[]")]
    [InlineData("IReadOnlySet<double> a", "", "IProbe.Send.a", "double")]
    [InlineData("SortedDictionary<Uri, int> a", "", "IProbe.Send.a", "System.Uri")]
    [InlineData("ISet<(int, int)> a", "", "IProbe.Send.a", "(int, int)")]
    [InlineData("HashSet<int?> a", "", "IProbe.Send.a", "int?")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2011", parameters, code, path, offender);

    [Theory]
    [InlineData("Dictionary<DayOfWeek, int> a, HashSet<DateOnly> b, IDictionary<decimal, string> c, KeyValuePair<double, Uri> d", "")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
