using System.Text.Json.Nodes;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>The vectors here and those in the file for other languages are the same, and they leave no codec out.</summary>
public sealed class VectorFileTests
{
    [Fact]
    public void Every_vector_stands_in_the_file() => Assert.Empty(ByteVectors.All.Where(row => !VectorFile.Rows.ContainsKey(row.Key)).Select(RowFor));

    [Fact]
    public void Every_vector_of_the_file_stands_here() => Assert.Empty(VectorFile.Rows.Keys.Except(ByteVectors.All.Keys));

    [Theory]
    [MemberData(nameof(ByteVectors.Names), MemberType = typeof(ByteVectors))]
    public void The_file_has_the_same_type_and_bytes(string name)
    {
        var here = RowFor(KeyValuePair.Create(name, ByteVectors.All[name]));
        var there = VectorFile.Rows[name];
        Assert.Equal((here.Type, here.Hex, here.IsWritten), (there.Type, there.Hex, there.IsWritten));
    }

    [Theory]
    [MemberData(nameof(ByteVectors.Names), MemberType = typeof(ByteVectors))]
    public void The_value_in_the_file_is_what_the_package_reads(string name)
    {
        var read = NeutralReader.Read(ByteVectors.All[name].Hex);
        var told = VectorFile.Rows[name].Value;
        Assert.True(JsonNode.DeepEquals(told, read), $"told: {Text(told)}{Environment.NewLine}read: {Text(read)}");
    }

    [Fact]
    public void Every_codec_has_a_vector()
    {
        // The bytes of a formatter are the formatter's own.
        var codecs = typeof(ISocketCodec<>).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(ISocketCodec<>).Namespace && type.IsValueType && WireTypeName.IsCodec(type) && type != typeof(FormatterCodec<,>));
        Assert.Empty(codecs.Except(ByteVectors.All.Values.SelectMany(row => Parts(row.Codec))));
    }

    private static FileVector RowFor(KeyValuePair<string, ByteVector> row) => new(
        row.Key, WireTypeName.Of(row.Value.Codec), row.Value.Hex, row.Value.Write is not null, NeutralReader.Read(row.Value.Hex));

    private static IEnumerable<Type> Parts(Type codec) =>
        codec.GenericTypeArguments.SelectMany(Parts).Prepend(codec.IsGenericType ? codec.GetGenericTypeDefinition() : codec);

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}
