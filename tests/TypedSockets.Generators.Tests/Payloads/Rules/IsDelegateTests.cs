namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2003: Send data instead of a delegate.</summary>
public class IsDelegateTests
{
    [Theory]
    [InlineData("Action a", "", "IProbe.Send.a", "System.Action")]
    [InlineData("Func<int, string> a", "", "IProbe.Send.a", "System.Func<int, string>")]
    [InlineData("Delegate a", "", "IProbe.Send.a", "System.Delegate")]
    [InlineData("Message a", "public record Message(Hook Hook); public delegate void Hook();", "IProbe.Send.a.Hook", "Hook")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2003", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "public delegate void Hook(); public class Message { public int A { get; set; } public event Hook? Changed { add { } remove { } } }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
