namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2026: Give the payload type members that can be set.</summary>
public class HasNoMembersTests
{
    [Theory]
    [InlineData("Message a", "public class Message { public int A => 1; }", "IProbe.Send.a", "Message")]
    [InlineData("Message a", "public class Message { private int _a = 1; public int Get() => _a++; }", "IProbe.Send.a", "Message")]
    [InlineData("Message a", "public struct Message { internal int A; }", "IProbe.Send.a", "Message")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2026", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "public record Message;")]
    [InlineData("Message a", "public class Message { public static int A { get; set; } }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
