namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2025: Use a supported collection.</summary>
public class IsCollectionTests
{
    [Theory]
    [InlineData("Messages a", "public class Messages : List<string>;", "IProbe.Send.a", "Messages")]
    [InlineData("Messages a", "public class Messages : IEnumerable<int> { public int A { get; set; } public IEnumerator<int> GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }", "IProbe.Send.a", "Messages")]
    [InlineData("Messages a", "public class Messages : IAsyncEnumerable<int> { public int A { get; set; } public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancel) => null!; }", "IProbe.Send.a", "Messages")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2025", parameters, code, path, offender);

    [Theory]
    [InlineData("Messages a", "public record Messages(List<string> Items);")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
