namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2017: Number members from 0 without holes or repeats.</summary>
public class NumbersHaveHolesTests
{
    [Theory]
    [InlineData("Message a", "public class Message { [SocketMember(0)] public int A { get; set; } [SocketMember(0)] public int B { get; set; } }", "IProbe.Send.a.B", "0")]
    [InlineData("Message a", "public class Message { [SocketMember(0)] public int A { get; set; } [SocketMember(2)] public int B { get; set; } }", "IProbe.Send.a.B", "2")]
    [InlineData("Message a", "public class Message { [SocketMember(-1)] public int A { get; set; } }", "IProbe.Send.a.A", "-1")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2017", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "public class Message { [SocketMember(1)] public int A { get; set; } [SocketMember(0)] public int B { get; set; } }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
