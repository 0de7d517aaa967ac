namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2008: Send the value instead of a task or stream.</summary>
public class IsAsynchronousTests
{
    [Theory]
    [InlineData("Task a", "", "IProbe.Send.a", "System.Threading.Tasks.Task")]
    [InlineData("Message a", "public record Message(ValueTask<int> A);", "IProbe.Send.a.A", "System.Threading.Tasks.ValueTask<int>")]
    [InlineData("List<Task<int>> a", "", "IProbe.Send.a[]", "System.Threading.Tasks.Task<int>")]
    [InlineData("IAsyncEnumerable<int> a", "", "IProbe.Send.a", "System.Collections.Generic.IAsyncEnumerable<int>")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2008", parameters, code, path, offender);

    [Theory]
    [InlineData("List<int> a", "")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
