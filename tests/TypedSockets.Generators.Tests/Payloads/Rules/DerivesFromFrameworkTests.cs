namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2024: Derive payload types from payload types only.</summary>
public class DerivesFromFrameworkTests
{
    [Theory]
    [InlineData("Message a", "public class Message : Exception { public int A { get; set; } }", "IProbe.Send.a", "System.Exception")]
    [InlineData("Message a", "public class Middle : EventArgs; public class Message : Middle { public int A { get; set; } }", "IProbe.Send.a", "System.EventArgs")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2024", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "public record Middle(int B); public record Message(int A, int B) : Middle(B);")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
