namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2012: Give the payload type a constructor that takes its members.</summary>
public class CannotBeConstructedTests
{
    [Theory]
    [InlineData("Message a", "public class Message { public Message(string body) => Text = body; public string Text { get; } }", "IProbe.Send.a", "body")]
    [InlineData("Message a", "public class Message { private Message() { } public int A { get; set; } }", "IProbe.Send.a", "Message")]
    [InlineData("Message a", "public class Message { public Message(long a) => A = (int)a; public int A { get; set; } }", "IProbe.Send.a", "a")]
    [InlineData("Message a", "public class Message { public Message(out int a) => A = a = 1; public int A { get; set; } }", "IProbe.Send.a", "a")]
    [InlineData("Message a", "public class Message { public Message(int a, int A) => this.A = a; public int A { get; set; } }", "IProbe.Send.a", "A")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2012", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "public class Message { public Message(string body) => Text = body; public Message() { } public string Text { get; set; } = \"\"; }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
