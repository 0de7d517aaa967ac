namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2002: Send a name instead of a System.Type.</summary>
public class IsSystemTypeTests
{
    [Theory]
    [InlineData("Type a", "", "IProbe.Send.a", "System.Type")]
    [InlineData("Message a", "public record Message(Type? Kind);", "IProbe.Send.a.Kind", "System.Type")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2002", parameters, code, path, offender);

    [Theory]
    [InlineData("string a", "")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
