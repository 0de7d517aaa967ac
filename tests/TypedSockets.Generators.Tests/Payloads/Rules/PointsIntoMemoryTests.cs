namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2004: Send an array instead of a span or pointer.</summary>
public class PointsIntoMemoryTests
{
    [Theory]
    [InlineData("ReadOnlySpan<byte> a", "", "IProbe.Send.a", "System.ReadOnlySpan<byte>")]
    [InlineData("Ref a", "public ref struct Ref { public int A; }", "IProbe.Send.a", "Ref")]
    [InlineData("Message a", "public unsafe struct Message { public int* P; }", "IProbe.Send.a.P", "int*")]
    [InlineData("Message a", "public unsafe struct Message { public delegate*<void> P; }", "IProbe.Send.a.P", "delegate*<void>")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2004", parameters, code, path, offender);

    [Theory]
    [InlineData("ReadOnlyMemory<byte> a, byte[] b, int[] c", "")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
