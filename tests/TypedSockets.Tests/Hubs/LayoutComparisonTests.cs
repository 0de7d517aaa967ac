using TypedSockets.Hubs;

namespace TypedSockets.Tests.Hubs;

/// <summary>Whether one version of a contract reads what another writes (docs/evolution.md).</summary>
public sealed class LayoutComparisonTests
{
    private const string Number = """{"name":"n","type":"int32"}""";
    private const string OptionalText = """{"name":"t","type":"string","optional":true}""";
    private const string Text = """{"name":"t","type":"string"}""";

    [Theory]
    [InlineData(Number, Number)]
    [InlineData(Number, Number + "," + OptionalText)]
    [InlineData(Number + "," + OptionalText, Number)]
    [InlineData(Number, """{"name":"n","type":"int32?"}""")]
    [InlineData("""{"name":"n","type":"map(string,list(int32?))"}""", """{"name":"n","type":"map(string,list(int32?)?)"}""")]
    [InlineData("", "")]
    public void What_the_receiver_reads_fits(string sent, string expected) => Assert.Null(Compare(sent, expected));

    [Theory]
    [InlineData(Number, Number + "," + Text, "parameter 't' is expected and not sent")]
    [InlineData(Number + "," + Text, Number, "parameter 't' is sent and not expected, and not optional")]
    [InlineData(Number + "," + Text, Text + "," + Number, "parameter 1 is sent as 'n', 't' is expected")]
    [InlineData(Number, """{"name":"n","type":"int64"}""", "parameter 'n': int32 is sent, int64 is expected")]
    [InlineData("""{"name":"n","type":"int32?"}""", Number, "parameter 'n': null may be sent, and is not expected")]
    [InlineData("""{"name":"n","type":"list(int32)"}""", """{"name":"n","type":"set(int32)"}""", "parameter 'n': list(int32) is sent, set(int32) is expected")]
    [InlineData("""{"name":"n","type":"map(string,int32)"}""", """{"name":"n","type":"map(string,int64)"}""", "parameter 'n': int32 is sent, int64 is expected")]
    [InlineData(Number, """{"name":"n","type":"int32","stream":true}""", "parameter 'n' is a stream at one end only")]
    [InlineData(Number, """{"name":"n","type":"Unknown(int32"}""", "parameter 'n': int32 is sent, Unknown(int32 is expected")]
    public void What_the_receiver_does_not_read_is_a_difference(string sent, string expected, string difference) =>
        Assert.Equal(difference, Compare(sent, expected));

    [Theory]
    [InlineData("""{"type":"A","members":[{"name":"n","type":"int32"}]}""", """{"type":"B","members":[{"name":"n","type":"int32"}]}""")]
    [InlineData("""{"type":"A","members":[{"name":"n","type":"A?"}]}""", """{"type":"B","members":[{"name":"n","type":"B?"}]}""")]
    [InlineData("""{"type":"A","members":[]}""", """{"type":"B","members":[{"name":"n","type":"int32","optional":true}]}""")]
    [InlineData("""{"type":"A","members":[{"name":"n","type":"int32","optional":true}]}""", """{"type":"B","members":[]}""")]
    [InlineData(
        """{"type":"A","map":true,"members":[{"name":"n","type":"int32"},{"name":"t","type":"string"}]}""",
        """{"type":"B","map":true,"members":[{"name":"t","type":"string"},{"name":"o","type":"string","optional":true},{"name":"n","type":"int32"}]}""")]
    [InlineData("""{"type":"A","cases":[{"tag":0,"type":"int32"},{"tag":1,"type":"string"}]}""", """{"type":"B","cases":[{"tag":0,"type":"int32"}]}""")]
    public void A_payload_fits_by_its_layout_whatever_its_name_is(string sent, string expected) => Assert.Null(ComparePayloads(sent, expected));

    [Theory]
    [InlineData(
        """{"type":"A","members":[{"name":"n","type":"int32"}]}""", """{"type":"B","members":[{"name":"n","type":"string"}]}""",
        "member 'n': int32 is sent, string is expected")]
    [InlineData(
        """{"type":"A","members":[{"name":"n","type":"int32"}]}""", """{"type":"B","members":[{"name":"m","type":"int32"}]}""",
        "member 1 is sent as 'n', 'm' is expected")]
    [InlineData(
        """{"type":"A","members":[]}""", """{"type":"B","members":[{"name":"m","type":"int32"}]}""", "member 'm' is expected and not sent")]
    [InlineData(
        """{"type":"A","map":true,"members":[]}""", """{"type":"B","map":true,"members":[{"name":"m","type":"int32"}]}""",
        "member 'm' is expected and not sent")]
    [InlineData(
        """{"type":"A","map":true,"members":[{"name":"m","type":"int32"}]}""", """{"type":"B","map":true,"members":[]}""",
        "member 'm' is sent and not expected, and not optional")]
    [InlineData("""{"type":"A","map":true,"members":[]}""", """{"type":"B","members":[]}""", "one end writes a map, the other an array")]
    [InlineData("""{"type":"A","cases":[]}""", """{"type":"B","members":[]}""", "it is a union at one end only")]
    [InlineData(
        """{"type":"A","cases":[{"tag":"a","type":"int32"}]}""", """{"type":"B","cases":[{"tag":"a","type":"string"}]}""",
        "case \"a\": int32 is sent, string is expected")]
    public void A_payload_of_another_layout_is_a_difference(string sent, string expected, string difference) =>
        Assert.Equal($"parameter 'p', A: {difference}", ComparePayloads(sent, expected));

    [Fact]
    public void A_type_with_a_layout_at_one_end_only_is_a_difference()
    {
        var comparison = new LayoutComparison(Manifest("", """{"type":"A","members":[]}"""), Manifest("", ""));
        Assert.Equal("parameter 'p': A is sent, A is expected", comparison.CompareArguments(Taking("A"), Taking("A")));
    }

    [Fact]
    public void A_type_that_was_assumed_equal_for_one_member_is_looked_at_again_for_the_next()
    {
        // A and B contain each other, and A differs: a member that takes B must not pass because A was still being compared when B was.
        var sender = Manifest("", """{"type":"A","members":[{"name":"b","type":"B?"},{"name":"x","type":"int32"}]},{"type":"B","members":[{"name":"a","type":"A?"}]}""");
        var receiver = Manifest("", """{"type":"A","members":[{"name":"b","type":"B?"},{"name":"x","type":"string"}]},{"type":"B","members":[{"name":"a","type":"A?"}]}""");
        var comparison = new LayoutComparison(sender, receiver);
        Assert.NotNull(comparison.CompareArguments(Taking("A"), Taking("A")));
        Assert.NotNull(comparison.CompareArguments(Taking("B"), Taking("B")));
    }

    [Fact]
    public void Types_that_the_other_end_nests_without_end_are_a_difference()
    {
        var chain = Enumerable.Range(0, 10_000).Select(i => $$"""{"type":"T{{i}}","members":[{"name":"a","type":"T{{i + 1}}?"}]}""");
        var comparison = new LayoutComparison(
            Manifest("", string.Join(',', chain)), Manifest("", """{"type":"T0","members":[{"name":"a","type":"T0?"}]}"""));
        Assert.Contains("nested more than 256 deep", comparison.CompareArguments(Taking("T0"), Taking("T0")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int32", "int32", null)]
    [InlineData(null, null, null)]
    [InlineData("int32", null, "a result is sent, none is expected")]
    [InlineData(null, "int32", "a result is expected, none is sent")]
    [InlineData("int32?", "int32", "the result: null may be sent, and is not expected")]
    public void Results_are_compared_from_the_callee_to_the_caller(string? sent, string? expected, string? difference)
    {
        var empty = Manifest("", "");
        Assert.Equal(difference, new LayoutComparison(empty, empty).CompareAnswers(Answering(sent), Answering(expected)));
    }

    [Fact]
    public void Declared_errors_are_compared_by_their_codes_and_further_ones_are_fine()
    {
        var empty = Manifest("", "");
        var comparison = new LayoutComparison(empty, empty);
        Assert.Null(comparison.CompareAnswers(Answering(null, "string", "int32"), Answering(null, "string")));
        Assert.Null(comparison.CompareAnswers(Answering(null, "string"), Answering(null, "string", "int32")));
        Assert.Equal(
            "declared error 1: string is sent, int32 is expected", comparison.CompareAnswers(Answering(null, "string"), Answering(null, "int32")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"server":[],"client":[]}""")]
    [InlineData("""{"server":[{"id":-1,"name":"A","kind":"emit","parameters":[]}],"client":[],"payloads":[]}""")]
    [InlineData("""{"server":[{"id":0,"name":null,"kind":"emit","parameters":[]}],"client":[],"payloads":[]}""")]
    [InlineData("""{"server":[{"id":0,"name":"A","kind":"emit","parameters":[{"name":"a","type":"int32","optional":1}]}],"client":[],"payloads":[]}""")]
    public void What_is_no_manifest_is_refused(string text) => Assert.Throws<FormatException>(() => ManifestReader.Parse(text));

    private static string? Compare(string sent, string expected)
    {
        var sender = Manifest(sent, "");
        var receiver = Manifest(expected, "");
        return new LayoutComparison(sender, receiver).CompareArguments(sender.Server[0], receiver.Server[0]);
    }

    private static string? ComparePayloads(string sent, string expected) =>
        new LayoutComparison(Manifest("", sent), Manifest("", expected)).CompareArguments(Taking("A"), Taking("B"));

    private static ManifestMember Taking(string type) => new(0, "M", "emit", [new ManifestValue("p", type, IsOptional: false, IsStream: false)], null, []);

    private static ManifestMember Answering(string? result, params string[] errors) => new(0, "M", "call", [], result, errors);

    private static ContractManifest Manifest(string parameters, string payloads) => ManifestReader.Parse(
        $$"""{"hub":"h","server":[{"id":0,"name":"M","kind":"emit","parameters":[{{parameters}}]}],"client":[],"payloads":[{{payloads}}]}""");
}
