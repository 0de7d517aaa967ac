namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2021: Remove JSON attributes from the payload.</summary>
public class HasJsonAttributeTests
{
    [Theory]
    [InlineData("Message a", "public class Message { [System.Text.Json.Serialization.JsonExtensionData] public Dictionary<string, int>? A { get; set; } }", "IProbe.Send.a.A", "JsonExtensionData")]
    [InlineData("Message a", "public record Message([property: System.Text.Json.Serialization.JsonPropertyName(\"\\udc00\")] int A);", "IProbe.Send.a.A", "JsonPropertyName")]
    [InlineData("Message a", "[System.Text.Json.Serialization.JsonConverter(typeof(int))] public record struct Message(int A);", "IProbe.Send.a", "JsonConverter")]
    [InlineData("Message a", "namespace Newtonsoft.Json { public class JsonIgnoreAttribute : Attribute; } public class Message { [Newtonsoft.Json.JsonIgnore] public int A { get; set; } }", "IProbe.Send.a.A", "JsonIgnore")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2021", parameters, code, path, offender);

    [Theory]
    [InlineData("Kind a", "[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter))] public enum Kind { One }")]
    [InlineData("Message a", "public class Message { public int A { get; set; } [System.Text.Json.Serialization.JsonIgnore] public int Twice => 2 * A; }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
