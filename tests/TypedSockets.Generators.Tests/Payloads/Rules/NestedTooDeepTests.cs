namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2023: Nest generic types less deep.</summary>
public class NestedTooDeepTests
{
    [Theory]
    [InlineData("Node<int> a", "public record Node<T>(Node<List<T>>? Next);", "", "Node")]
    [InlineData("Node<int> a", "public record Node<T>(Node<List<T>>? Left, Node<T[]>? Right, Node<Node<T>>? Both);", "", "Node")]
    [InlineData("Page<int[][][][][][][][][][][][][][][][]> a", "public record Page<T>(T Value);", "IProbe.Send.a", "Page")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2023", parameters, code, path, offender);

    [Theory]
    [InlineData("Node<int> a, Page<int[][][][][][][][][][][][][][][]> b", "public record Node<T>(T Value, Node<T>? Next); public record Page<T>(T Value);")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
