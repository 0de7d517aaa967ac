using TypedSockets.Codecs;

namespace TypedSockets.Generators.Tests.Payloads;

public class CustomCodecTests
{
    private const string Types = """
        using MessagePack;
        using MessagePack.Formatters;
        using TypedSockets.Codecs;

        [SocketCodec(typeof(MoneyCodec))]
        public readonly struct Money(decimal amount) : IEquatable<Money>
        {
            private readonly decimal _amount = amount;
            public decimal Amount() => _amount;
            public bool Equals(Money other) => _amount == other._amount;
            public override bool Equals(object? other) => other is Money money && Equals(money);
            public override int GetHashCode() => _amount.GetHashCode();
        }
        public readonly struct MoneyCodec : ISocketCodec<Money>
        {
            public static int MinimumSize => DecimalCodec.MinimumSize;
            public static void Write(ref PayloadWriter writer, Money value) => DecimalCodec.Write(ref writer, value.Amount());
            public static Money Read(ref PayloadReader reader) => new(DecimalCodec.Read(ref reader));
        }

        [MessagePackFormatter(typeof(TagFormatter))]
        public sealed class Tag(string text) { public string Text() => text; }
        public sealed class TagFormatter : IMessagePackFormatter<Tag?>
        {
            public void Serialize(ref MessagePackWriter writer, Tag? value, MessagePackSerializerOptions options)
            {
                writer.WriteArrayHeader(2);
                options.Resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value!.Text(), options);
                writer.Write(new string('x', 5000).Length);
            }
            public Tag? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
            {
                if (reader.ReadArrayHeader() != 2) throw new MessagePackSerializationException("no tag");
                var text = reader.ReadString()!;
                return reader.ReadInt32() == 5000 ? new Tag(text) : null;
            }
        }
        public sealed class IdleFormatter : IMessagePackFormatter<Version>
        {
            public void Serialize(ref MessagePackWriter writer, Version value, MessagePackSerializerOptions options) => writer.Write(value.Major);
            public Version Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => new(1, 0);
        }
        public readonly struct SecondsCodec : ISocketCodec<TimeSpan>
        {
            public static int MinimumSize => 1;
            public static void Write(ref PayloadWriter writer, TimeSpan value) => Int32Codec.Write(ref writer, (int)value.TotalSeconds);
            public static TimeSpan Read(ref PayloadReader reader) => TimeSpan.FromSeconds(Int32Codec.Read(ref reader));
        }
        public readonly struct PairCodec<T> : ISocketCodec<Pair<T>>
        {
            public static int MinimumSize => 1;
            public static void Write(ref PayloadWriter writer, Pair<T> value) => Int32Codec.Write(ref writer, value.Count());
            public static Pair<T> Read(ref PayloadReader reader) => new(Int32Codec.Read(ref reader));
        }
        [SocketCodec(typeof(PairCodec<>))]
        public sealed record Pair<T>(int A) { public int Count() => A; }
        public sealed record Order(Money Total, Money? Tip, Tag Tag, Tag? Other, [property: SocketCodec(typeof(SecondsCodec))] TimeSpan Delay, [property: SocketCodec(typeof(SecondsCodec))] TimeSpan? Wait);
        public static class Samples
        {
            public static object Money => new Money(1.50m);
            public static object Order => new Order(new(1), null, new("a"), null, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(2));
            public static object Moneys => new List<Money> { new(1), new(2) };
            public static object Second => TimeSpan.FromSeconds(3);
            public static object Pair => new Pair<string>(4);
            public static object Version => new Version(2, 0);
        }
        """;

    [Fact]
    public void A_codec_on_a_type_serves_it_everywhere()
    {
        var program = PayloadFixture.Parse("Money a, List<Money> b, Dictionary<string, Money?> c, Pair<string> d", Types).Run();
        Assert.Equal("\"1.50\"", program.Json(program.Sample("Money")));
        Assert.Equal(program.Sample("Money"), program.RoundTrip(program.Sample("Money")));
        Assert.Equal("""["1","2"]""", program.Json(program.Sample("Moneys"), 1));
        Assert.Equal(program.Sample("Moneys"), program.RoundTrip(program.Sample("Moneys"), 1));
        Assert.Equal("4", program.Json(program.Sample("Pair"), 3));
    }

    [Fact]
    public void A_codec_on_a_member_or_parameter_serves_it_there()
    {
        var program = PayloadFixture.Parse("Order a, [SocketCodec(typeof(SecondsCodec))] TimeSpan b, TimeSpan c", Types).Run();
        Assert.Equal("""["1",null,["a",5000],null,60,2]""", program.Json(program.Sample("Order")));
        Assert.Equal("""["1",null,["a",5000],null,60,2]""", program.Json(program.RoundTrip(program.Sample("Order"))));
        Assert.Equal("3", program.Json(program.Sample("Second"), 1));
        Assert.Equal("30000000", program.Json(program.Sample("Second"), 2));
    }

    [Theory]
    [InlineData("""["a",5000,6]""")]
    [InlineData("""["a"]""")]
    [InlineData("""["a","b"]""")]
    public void What_a_formatter_refuses_is_a_typed_error_with_the_path(string tag)
    {
        var program = PayloadFixture.Parse("Order a", Types).Run();
        var error = Assert.Throws<PayloadException>(() => program.ReadJson($"""["1",null,{tag},null,60,2]"""));
        Assert.StartsWith("'Tag'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formatter_that_gives_null_or_leaves_bytes_is_told_on()
    {
        var program = PayloadFixture.Parse("Tag a, [SocketCodec(typeof(IdleFormatter))] Version b", Types).Run();
        Assert.Contains("null", Assert.Throws<PayloadException>(() => program.ReadJson("""["a",1]""")).Message, StringComparison.Ordinal);
        Assert.Equal("'IdleFormatter' left 1 bytes of the value unread; a formatter has to read what it has written", Assert.Throws<PayloadException>(() => program.ReadJson("1", 1)).Message);
    }

    [Fact]
    public void A_manifest_names_the_codec()
    {
        var fixture = PayloadFixture.Parse("Order a", Types);
        Assert.Contains("\"custom(MoneyCodec)\"", fixture.Parser.Payloads[0].Layout, StringComparison.Ordinal);
        Assert.Contains("\"custom(TagFormatter)?\"", fixture.Parser.Payloads[0].Layout, StringComparison.Ordinal);
    }
}
