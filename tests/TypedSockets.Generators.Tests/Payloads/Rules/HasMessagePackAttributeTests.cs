namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2019: Remove MessagePack attributes from the payload.</summary>
public class HasMessagePackAttributeTests
{
    [Theory]
    [InlineData("Message a", "[MessagePack.MessagePackObject] public class Message { [MessagePack.Key(0)] public int A { get; set; } }", "IProbe.Send.a", "MessagePackObject")]
    [InlineData("Message a", "public class Message { [MessagePack.IgnoreMember] public int A { get; set; } }", "IProbe.Send.a.A", "IgnoreMember")]
    [InlineData("Message a", "[MessagePack.Union(0, typeof(Message))] public class Parent { public int A { get; set; } } public class Message : Parent;", "IProbe.Send.a", "Union")]
    [InlineData("Message a", "public class Message { [MessagePack.SerializationConstructor] public Message() { } public int A { get; set; } }", "IProbe.Send.a", "SerializationConstructor")]
    [InlineData("Message a", "[MessagePack.MessagePackFormatter(typeof(int))] public class Message { public int A { get; set; } }", "IProbe.Send.a", "MessagePackFormatter")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2019", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "public class Message { public int A { get; set; } [MessagePack.IgnoreMember] public int Twice => 2 * A; }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
