using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>What the tests of the rules expect.</summary>
internal static class RuleExpectation
{
    /// <summary>The rule is reported first of all, at <paramref name="path"/> (any, if empty), and the message quotes the offender.</summary>
    public static void Breaks(string id, string parameters, string code, string path, string offender, string typeParameters = "")
    {
        var fixture = PayloadFixture.Parse(parameters, code, typeParameters);
        Assert.NotEmpty(fixture.Problems);
        var problem = fixture.Problems[0];
        Assert.Equal(id, problem.Id);
        Assert.StartsWith(path.Length == 0 ? "\"IProbe.Send." : $"\"{path}\" ", problem.Message.Replace("\":", "\" :"), StringComparison.Ordinal);
        Assert.Contains(offender, problem.Message, StringComparison.Ordinal);
        Assert.Equal(problem.Severity == DiagnosticSeverity.Error, fixture.Values[0] is null);
    }

    /// <summary>Nothing is reported, and the code works.</summary>
    public static void Keeps(string parameters, string code)
    {
        var fixture = PayloadFixture.Parse(parameters, code);
        Assert.Empty(fixture.Problems);
        _ = fixture.Run();
    }
}
