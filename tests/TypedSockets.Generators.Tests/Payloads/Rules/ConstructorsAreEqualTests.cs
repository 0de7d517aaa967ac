namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2013: Give one constructor more members than the others.</summary>
public class ConstructorsAreEqualTests
{
    [Theory]
    [InlineData("Message a", "public class Message { public Message(int a) => A = a; public Message(string b) => B = b; public int A { get; set; } public string? B { get; set; } }", "IProbe.Send.a", "Message")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2013", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "public record Message(int A) { public Message(string? b) : this(1) => B = b; public string? B { get; set; } }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
