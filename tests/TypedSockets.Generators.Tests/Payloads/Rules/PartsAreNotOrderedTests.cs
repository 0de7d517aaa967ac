namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2015: Number the members of a type in several parts.</summary>
public class PartsAreNotOrderedTests
{
    [Theory]
    [InlineData("Message a", "public partial class Message { public int A { get; set; } } public partial class Message { public int B { get; set; } }", "IProbe.Send.a.B", "Message")]
    [InlineData("Message a", "public partial record Message(int A); public partial record Message { public int B; }", "IProbe.Send.a.B", "Message")]
    [InlineData("Message a", "public partial class Parent { public int A; } public partial class Parent { public int B; } public class Message : Parent;", "IProbe.Send.a.B", "Message")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2015", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "public partial record Message(int A) { public int B { get; init; } } public partial record Message { public int Twice => 2 * A; }")]
    [InlineData("Message a", "public partial class Message { [SocketMember(1)] public int A { get; set; } } public partial class Message { [SocketMember(0)] public int B { get; set; } }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
