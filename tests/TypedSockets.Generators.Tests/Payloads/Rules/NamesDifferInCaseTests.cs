namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2014: Rename members whose names differ only in case.</summary>
public class NamesDifferInCaseTests
{
    [Theory]
    [InlineData("Message a", "public class Message(int id) { public int Id { get; } = id; public int ID { get; set; } }", "IProbe.Send.a", "id")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2014", parameters, code, path, offender);

    [Theory]
    [InlineData("Message a", "public class Message(int id) { public int Id { get; set; } = id; public int id; }")]
    [InlineData("Message a", "public class Message(int id) { public int Id { get; set; } = id; public string? ID { get; set; } }")]
    [InlineData("Message a", "public class Message { public Message(int id) => Id = id; public Message(int id, int more) { Id = id; More = more; } public Message() { } public int Id { get; set; } public int More { get; set; } }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
