namespace TypedSockets.Generators.Tests.Payloads;

public class ScalarPayloadTests
{
    public static TheoryData<string, string, string> Scalars => new()
    {
        { "bool", "true", "bool" },
        { "byte", "200", "uint8" },
        { "sbyte", "-3", "int8" },
        { "short", "-300", "int16" },
        { "ushort", "60000", "uint16" },
        { "int", "-70000", "int32" },
        { "uint", "4000000000", "uint32" },
        { "long", "long.MinValue", "int64" },
        { "ulong", "ulong.MaxValue", "uint64" },
        { "char", "'\\u20ac'", "char" },
        { "float", "1.5f", "float32" },
        { "double", "-0.1", "float64" },
        { "Half", "(Half)1.5", "float16" },
        { "Int128", "Int128.MinValue", "int128" },
        { "UInt128", "UInt128.MaxValue", "uint128" },
        { "System.Numerics.BigInteger", "System.Numerics.BigInteger.Pow(10, 40)", "bigint" },
        { "decimal", "1.00m", "decimal" },
        { "string", "\"grüße\"", "string" },
        { "System.Text.Rune", "new System.Text.Rune(0x1F600)", "rune" },
        { "Guid", "new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)", "guid" },
        { "DateTime", "new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc)", "datetime" },
        { "DateTimeOffset", "new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(-5))", "datetimeoffset" },
        { "TimeSpan", "TimeSpan.FromTicks(12345)", "timespan" },
        { "DateOnly", "new DateOnly(2025, 1, 2)", "date" },
        { "TimeOnly", "new TimeOnly(3, 4, 5)", "time" },
        { "Uri", "new Uri(\"https://example.org/a?b\")", "uri" },
        { "Version", "new Version(1, 2, 3)", "version" },
        { "System.Numerics.Vector2", "new(1, -2)", "tuple(float32,float32)" },
        { "System.Numerics.Vector3", "new(1, -2, 3)", "tuple(float32,float32,float32)" },
        { "System.Numerics.Vector4", "new(1, -2, 3, -4)", "tuple(float32,float32,float32,float32)" },
        { "System.Numerics.Quaternion", "new(1, -2, 3, -4)", "tuple(float32,float32,float32,float32)" },
        { "DayOfWeek", "DayOfWeek.Friday", "enum(int32)" },
        { "Small", "Small.Two", "enum(uint8)" },
        { "Outer.Wide", "Outer.Wide.Last", "enum(uint64)" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_scalar_survives_the_wire_as_itself_as_nullable_and_as_member(string type, string sample, string wireType)
    {
        var fixture = PayloadFixture.Parse($"{type} value, {type}? maybe, Holder holder", $$"""
            public enum Small : byte { One = 1, Two }
            public static class Outer { public enum Wide : ulong { Last = ulong.MaxValue } }
            public sealed record Holder({{type}} Value, {{type}}? Maybe);
            public static class Samples
            {
                public static {{type}} One => {{sample}};
                public static Holder Full => new(One, One);
                public static Holder Empty => new(One, null);
            }
            """);
        Assert.Equal(wireType, fixture.Value.WireType);
        Assert.Equal(wireType + "?", fixture.Values[1]!.WireType);
        Assert.False(fixture.Value.IsNullable);
        Assert.True(fixture.Values[1]!.IsNullable);

        var program = fixture.Run();
        Assert.Equal(program.Sample("One"), program.RoundTrip(program.Sample("One")));
        Assert.Equal(program.Sample("One"), program.RoundTrip(program.Sample("One"), 1));
        Assert.Null(program.RoundTrip(null, 1));
        Assert.Equal(program.Sample("Full"), program.RoundTrip(program.Sample("Full"), 2));
        Assert.Equal(program.Sample("Empty"), program.RoundTrip(program.Sample("Empty"), 2));
    }

    [Theory]
    [InlineData("byte[]", "new byte[] { 1, 2 }")]
    [InlineData("Memory<byte>", "new byte[] { 1, 2 }")]
    [InlineData("ReadOnlyMemory<byte>", "new byte[] { 1, 2 }")]
    [InlineData("ArraySegment<byte>", "new byte[] { 1, 2 }")]
    [InlineData("System.Buffers.ReadOnlySequence<byte>", "new(new byte[] { 1, 2 })")]
    public void Bytes_survive_the_wire(string type, string sample)
    {
        var fixture = PayloadFixture.Parse($"{type} value, {type}? maybe", $$"""
            public static class Samples
            {
                public static {{type}} One => {{sample}};
            }
            """);
        Assert.Equal("bytes", fixture.Value.WireType);
        var program = fixture.Run();
        Assert.Equal([0xc4, 2, 1, 2], program.Write(program.Sample("One")));
        Assert.Equal([0xc4, 2, 1, 2], program.Write(program.RoundTrip(program.Sample("One"))));
        Assert.Null(program.RoundTrip(null, 1));
    }

    // A text builder is equal only to itself.
    [Fact]
    public void A_text_builder_survives_the_wire_as_its_text()
    {
        var fixture = PayloadFixture.Parse("System.Text.StringBuilder value, System.Text.StringBuilder? maybe", """
            public static class Samples
            {
                public static System.Text.StringBuilder One => new("grüße");
            }
            """);
        Assert.Equal("string", fixture.Value.WireType);
        var program = fixture.Run();
        Assert.Equal("grüße", program.RoundTrip(program.Sample("One"))!.ToString());
        Assert.Equal("grüße", program.RoundTrip(program.Sample("One"), 1)!.ToString());
        Assert.Null(program.RoundTrip(null, 1));
    }
}
