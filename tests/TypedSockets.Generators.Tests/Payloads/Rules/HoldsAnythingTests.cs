namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2001: Give the payload a concrete type.</summary>
public class HoldsAnythingTests
{
    [Theory]
    [InlineData("object a", "", "IProbe.Send.a", "object")]
    [InlineData("dynamic? a", "", "IProbe.Send.a", "dynamic")]
    [InlineData("List<object?> a", "", "IProbe.Send.a[]", "object")]
    [InlineData("Dictionary<string, object> a", "", "IProbe.Send.a[]", "object")]
    [InlineData("Message a", "public record Message(List<Part> Parts); public record Part((int, object) Pair);", "IProbe.Send.a.Parts[].Pair.Item2", "object")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2001", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "public record Message(string Text);")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
