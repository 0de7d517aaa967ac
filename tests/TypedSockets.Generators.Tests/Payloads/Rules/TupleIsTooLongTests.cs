namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2010: Use a record instead of a long tuple.</summary>
public class TupleIsTooLongTests
{
    [Theory]
    [InlineData("(int, int, int, int, int, int, int, int) a", "", "IProbe.Send.a", "(int, int, int, int, int, int, int, int)")]
    [InlineData("Tuple<int, int, int, int, int, int, int, Tuple<int>> a", "", "IProbe.Send.a", "System.Tuple<int, int, int, int, int, int, int, System.Tuple<int>>")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2010", parameters, code, path, offender);

    [Theory]
    [InlineData("(int, int, int, int, int, int, int) a, Tuple<int, int, int, int, int, int, int> b", "")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
