namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2006: Name the cases of an abstract type.</summary>
public class IsAbstractTests
{
    [Theory]
    [InlineData("IMessage a", "public interface IMessage { int A { get; set; } }", "IProbe.Send.a", "IMessage")]
    [InlineData("Message a", "public abstract class Message { public int A { get; set; } }", "IProbe.Send.a", "Message")]
    [InlineData("Message a", "public abstract record Message { public record Text(int A) : Message; }", "IProbe.Send.a", "Message")]
    [InlineData("List<Message?> a", "public abstract record Message(int A);", "IProbe.Send.a[]", "Message")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2006", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "[SocketUnion(0, typeof(Text))] public interface Message; public record Text(int A) : Message;")]
    [InlineData("Message a", "public abstract record Message { private Message() { } public record Text(int A) : Message; }")]
    [InlineData("Message a", "public abstract class Parent { public int A { get; set; } } public class Message : Parent;")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
