using TypedSockets.Codecs;

namespace TypedSockets.Generators.Tests.Payloads;

/// <summary>What the attributes of System.Text.Json say about members. Those of MessagePack are held to the package itself.</summary>
public class ForeignAttributeTests
{
    private const string Types = """
        using System.Text.Json.Serialization;
        public class User
        {
            [JsonPropertyOrder(2), JsonPropertyName("n")] public string? Name { get; set; }
            [JsonIgnore] public string? Password { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyOrder(-1)] public string? Mail { get; set; }
            public int Age { get; set; }
            [JsonRequired] public int? Size { get; set; }
            [JsonInclude] private int _points = 5;
            public int Points() => _points;
        }
        public class Point
        {
            public Point() { }
            [JsonConstructor] public Point(int x) => X = x + 1;
            public Point(int x, int y) { X = x; Y = y; }
            public int X { get; }
            public int Y { get; set; }
        }
        public static class Samples
        {
            public static object User => new User { Name = "a", Password = "b", Mail = "c", Age = 1, Size = 2 };
            public static object Point => new Point(1, 2);
        }
        """;

    [Fact]
    public void Order_omission_inclusion_and_requirement_are_honoured()
    {
        var program = PayloadFixture.Parse("User a", Types).Run();
        Assert.Equal("""["c",1,2,5,"a"]""", program.Json(program.Sample("User")));
        Assert.Equal("""["c",1,2,5,"a"]""", program.Json(program.RoundTrip(program.Sample("User"))));
        Assert.Equal("""[null,0,3,5,"b"]""", program.Json(program.ReadJson("""{"n":"b","Name":"no","Size":3,"Password":"no"}""")));
        Assert.Contains("'Size' (int32?): missing", Assert.Throws<PayloadException>(() => program.ReadJson("[null,1]")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_marked_constructor_is_used()
    {
        var program = PayloadFixture.Parse("Point a", Types).Run();
        Assert.Equal("[2,2]", program.Json(program.RoundTrip(program.Sample("Point"))));
    }
}
