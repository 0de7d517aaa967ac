namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2022: Make the payload type as accessible as its hub.</summary>
public class LessAccessibleTests
{
    [Theory]
    [InlineData("Message a", "internal record Message(int A);", "IProbe.Send.a", "Message")]
    [InlineData("List<Message> a", "internal record Message(int A);", "IProbe.Send.a", "System.Collections.Generic.List<Message>")]
    [InlineData("Message a", "file record Message(int A);", "IProbe.Send.a", "Message")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2022", parameters, code, path, offender);

    [Theory]
    [InlineData("Outer.Message a", "public class Outer { public record Message(int A); }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
