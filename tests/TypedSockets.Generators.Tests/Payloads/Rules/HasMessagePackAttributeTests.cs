namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2019: Use MessagePack attributes as the package does.</summary>
public class HasMessagePackAttributeTests
{
    private const string Keyed = "[MessagePack.MessagePackObject] public class Message ";

    [Theory]
    [InlineData("public class Message { [MessagePack.Key(0)] public int A { get; set; } }", ".A", "no [MessagePackObject]")]
    [InlineData(Keyed + "{ [MessagePack.Key(0)] public int A { get; set; } public int B { get; set; } }", ".B", "every public member needs [Key] or [IgnoreMember]")]
    [InlineData(Keyed + "{ [MessagePack.Key(0)] public int A { get; set; } [MessagePack.Key(\"b\")] public int B { get; set; } }", ".B", "some members have numbers")]
    [InlineData(Keyed + "{ [MessagePack.Key(1)] public int A { get; set; } [MessagePack.Key(1)] public int B { get; set; } }", ".B", "\"A\" has the same number")]
    [InlineData(Keyed + "{ [MessagePack.Key(0)] public int A { get; set; } [MessagePack.Key(1)] private int B { get; set; } }", ".B", "not public")]
    [InlineData(Keyed + "{ [MessagePack.Key(64)] public int A { get; set; } }", ".A", "from 0 to 63")]
    [InlineData(Keyed + "{ [MessagePack.Key(-1)] public int A { get; set; } }", ".A", "from 0 to 63")]
    [InlineData(Keyed + "{ [MessagePack.Key(0)] public int A { get; } = 3; [MessagePack.Key(1)] public int B { get; set; } }", ".A", "cannot be set")]
    [InlineData(Keyed + "{ [MessagePack.Key(\"x\")] public int A { get; set; } [MessagePack.Key(\"x\")] public int B { get; set; } }", ".B", "the same name")]
    [InlineData(Keyed + "{ [MessagePack.Key(\"\\ud800\")] public int A { get; set; } }", ".A", "surrogate")]
    [InlineData(Keyed + ": MessagePack.IMessagePackSerializationCallbackReceiver { [MessagePack.Key(0)] public int A { get; set; } public void OnBeforeSerialize() { } public void OnAfterDeserialize() { } }", "", "callbacks")]
    public void Is_reported_with_the_path(string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2019", "Message a", code, "IProbe.Send.a" + path, offender);

    [Theory]
    [InlineData("public class Message { public int A { get; set; } [MessagePack.IgnoreMember] public int B { get; set; } }")]
    [InlineData(Keyed + "{ [MessagePack.Key(0)] public int A { get; set; } [MessagePack.IgnoreMember] public int B { get; set; } public int Twice => 2 * A; }")]
    [InlineData(Keyed + "{ [MessagePack.Key(0)] public int A { get; private set; } }")]
    [InlineData("[MessagePack.MessagePackObject(true)] public class Message { public int A { get; set; } }")]
    public void Is_silent_about_what_is_allowed(string code) => RuleExpectation.Keeps("Message a", code);
}
