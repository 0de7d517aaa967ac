namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2027: Let the property be set or compute it.</summary>
public class IsNotSentTests
{
    [Theory]
    [InlineData("Message a", "public class Message { public int A { get; set; } public List<int> B { get; } = []; }", "IProbe.Send.a.B", "Message")]
    [InlineData("Message a", "public class Message { public int A { get; set; } public int B { get; private set; } }", "IProbe.Send.a.B", "Message")]
    [InlineData("Message a", "public class Message { public int A { get; set; } public readonly int B = 1; }", "IProbe.Send.a.B", "Message")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2027", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "public class Message(List<int> b) { public int A { get; set; } public List<int> B { get; } = b; public int Twice => 2 * A; public static int S { get; } = 1; public const int C = 1; }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
