namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2028: Use DateTimeOffset for a point in time.</summary>
public class PreferDateTimeOffsetTests
{
    [Theory]
    [InlineData("DateTime a", "", "IProbe.Send.a", "DateTime")]
    [InlineData("DateTime? a", "", "IProbe.Send.a", "DateTime")]
    [InlineData("Message a", "public record Message(List<DateTime> Times);", "IProbe.Send.a.Times[]", "DateTime")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2028", parameters, code, path, offender);

    [Theory]
    [InlineData("DateTimeOffset a, DateOnly b, TimeOnly c", "")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
