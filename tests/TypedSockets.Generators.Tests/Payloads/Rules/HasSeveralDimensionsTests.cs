namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2005: Use a jagged array.</summary>
public class HasSeveralDimensionsTests
{
    [Theory]
    [InlineData("int[,] a", "", "IProbe.Send.a", "int[*,*]")]
    [InlineData("int[,,][] a", "", "IProbe.Send.a", "int[*,*,*][]")]
    [InlineData("int[][,] a", "", "IProbe.Send.a[]", "int[*,*]")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2005", parameters, code, path, offender);

    [Theory]
    [InlineData("int[][] a", "")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
