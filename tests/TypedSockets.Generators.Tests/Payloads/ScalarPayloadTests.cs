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
        { "decimal", "1.00m", "decimal" },
        { "string", "\"grüße\"", "string" },
        { "Guid", "new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)", "guid" },
        { "DateTime", "new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc)", "datetime" },
        { "DateTimeOffset", "new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(-5))", "datetimeoffset" },
        { "TimeSpan", "TimeSpan.FromTicks(12345)", "timespan" },
        { "DateOnly", "new DateOnly(2025, 1, 2)", "date" },
        { "TimeOnly", "new TimeOnly(3, 4, 5)", "time" },
        { "Uri", "new Uri(\"https://example.org/a?b\")", "uri" },
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
}
