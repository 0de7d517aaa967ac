namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2031: Remove one of two attributes that contradict each other.</summary>
public class AttributesContradictTests
{
    [Theory]
    [InlineData("Message a", "[MessagePack.MessagePackObject] public class Message { [SocketMember(0), MessagePack.Key(0)] public int A { get; set; } }", "IProbe.Send.a.A", "SocketMember")]
    [InlineData("Message a", "public class Message { [SocketMember(0), System.Text.Json.Serialization.JsonPropertyOrder(1)] public int A { get; set; } }", "IProbe.Send.a.A", "JsonPropertyOrder")]
    [InlineData("Message a", "[MessagePack.MessagePackObject] public class Message { [MessagePack.Key(0), System.Text.Json.Serialization.JsonPropertyOrder(1)] public int A { get; set; } }", "IProbe.Send.a.A", "JsonPropertyOrder")]
    [InlineData("Message a", "[MessagePack.MessagePackObject] public class Message { [MessagePack.Key(\"a\"), System.Text.Json.Serialization.JsonPropertyName(\"b\")] public int A { get; set; } }", "IProbe.Send.a.A", "JsonPropertyName")]
    [InlineData("Message a", "[MessagePack.MessagePackObject] public class Message { [MessagePack.Key(0), System.Text.Json.Serialization.JsonIgnore] public int A { get; set; } }", "IProbe.Send.a.A", "JsonIgnore")]
    [InlineData("Message a", "public class Message { [SocketMember(0), System.Text.Json.Serialization.JsonIgnore] public int A { get; set; } }", "IProbe.Send.a.A", "JsonIgnore")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2031", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "[MessagePack.MessagePackObject] public class Message { [MessagePack.Key(0), System.Text.Json.Serialization.JsonPropertyName(\"b\")] public int A { get; set; } }")]
    [InlineData("Message a", "[MessagePack.MessagePackObject] public class Message { [MessagePack.Key(\"b\"), System.Text.Json.Serialization.JsonPropertyName(\"b\")] public int A { get; set; } }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
