using System.Text.Json.Nodes;
using TypedSockets.Tests.Vectors;

namespace TypedSockets.Tests.Interop;

/// <summary>Another MessagePack library reads what our codecs write, and they read what it writes, for every vector.</summary>
/// <typeparam name="TOracle">The library.</typeparam>
public abstract class OracleTests<TOracle>(TOracle oracle) : IClassFixture<TOracle>
    where TOracle : Oracle
{
    // JavaScript's library writes the zero below zero as the integer 0 unless it is told to keep floats.
    public static TheoryData<string> NamesWithoutNegativeZeros => [.. VectorFile.Rows.Values.Where(row => !row.HasNegativeZero).Select(row => row.Name)];

    public static TheoryData<string> NamesWithFloats => [.. VectorFile.Rows.Values.Where(row => row.HasFloats).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(ByteVectors.WrittenNames), MemberType = typeof(ByteVectors))]
    public void It_reads_the_value_in_what_we_write(string name)
    {
        var expected = oracle.Told(VectorFile.Rows[name].Value);
        var found = oracle.Decoded(name);
        Assert.True(JsonNode.DeepEquals(expected, found), $"expected: {Text(expected)}{Environment.NewLine}found: {Text(found)}");
    }

    [Theory]
    [MemberData(nameof(NamesWithoutNegativeZeros))]
    public void We_read_the_value_in_what_it_writes(string name) => ByteVectors.All[name].AssertRead(oracle.Encoded(name, keepsFloats: false));

    [Theory]
    [MemberData(nameof(NamesWithFloats))]
    public void We_read_the_value_in_what_it_writes_with_each_float_in_its_size(string name) =>
        ByteVectors.All[name].AssertRead(oracle.Encoded(name, keepsFloats: true));

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}
