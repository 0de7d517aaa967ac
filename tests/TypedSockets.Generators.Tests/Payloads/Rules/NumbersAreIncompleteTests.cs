namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2016: Number all members or none.</summary>
public class NumbersAreIncompleteTests
{
    [Theory]
    [InlineData("Message a", "public class Message { [SocketMember(0)] public int A { get; set; } public int B { get; set; } }", "IProbe.Send.a.B", "Message")]
    [InlineData("Message a", "public record Message([SocketMember(0)] int A, int B);", "IProbe.Send.a.B", "Message")]
    [InlineData("Message a", "public class Parent { public int P; } public class Message : Parent { [SocketMember(0)] public int A { get; set; } }", "IProbe.Send.a.P", "Message")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2016", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "public class Parent { [SocketMember(0)] public int P; } public class Message : Parent { [SocketMember(1)] public int A { get; set; } public int Twice => 2 * A; }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
