namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2009: Use a supported framework type.</summary>
public class IsUnknownFrameworkTypeTests
{
    [Theory]
    [InlineData("System.Numerics.Complex a", "", "IProbe.Send.a", "System.Numerics.Complex")]
    [InlineData("Index a", "", "IProbe.Send.a", "System.Index")]
    [InlineData("System.Collections.BitArray a", "", "IProbe.Send.a", "System.Collections.BitArray")]
    [InlineData("nint a", "", "IProbe.Send.a", "nint")]
    [InlineData("TimeZoneInfo a", "", "IProbe.Send.a", "System.TimeZoneInfo")]
    [InlineData("System.Text.Encoding a", "", "IProbe.Send.a", "System.Text.Encoding")]
    [InlineData("System.Collections.IEnumerable a", "", "IProbe.Send.a", "System.Collections.IEnumerable")]
    [InlineData("Lazy<int> a", "", "IProbe.Send.a", "System.Lazy<int>")]
    [InlineData("Memory<int> a", "", "IProbe.Send.a", "System.Memory<int>")]
    [InlineData("System.Collections.ArrayList a", "", "IProbe.Send.a", "System.Collections.ArrayList")]
    [InlineData("PriorityQueue<int, int> a", "", "IProbe.Send.a", "System.Collections.Generic.PriorityQueue<int, int>")]
    [InlineData("ValueTuple a", "", "IProbe.Send.a", "System.ValueTuple")]
    [InlineData("Exception a", "", "IProbe.Send.a", "System.Exception")]
    [InlineData("CancellationToken a", "", "IProbe.Send.a", "System.Threading.CancellationToken")]
    [InlineData("System.Text.Json.JsonElement a", "", "IProbe.Send.a", "System.Text.Json.JsonElement")]
    [InlineData("Enum a", "", "IProbe.Send.a", "System.Enum")]
    [InlineData("ValueType a", "", "IProbe.Send.a", "System.ValueType")]
    [InlineData("Array a", "", "IProbe.Send.a", "System.Array")]
    [InlineData("System.Globalization.CultureInfo a", "", "IProbe.Send.a", "System.Globalization.CultureInfo")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2009", parameters, code, path, offender);

    [Theory]
    [InlineData("Microsoft.Chat.Message a, System.Chat.Message b", "namespace Microsoft.Chat { public record Message(int A); } namespace System.Chat { public record Message(int A); }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
