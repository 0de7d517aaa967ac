using TypedSockets.Codecs;

namespace TypedSockets.Generators.Tests.Payloads;

/// <summary>Types compiled without nullable annotations: everything in them may be null.</summary>
public class NullableObliviousTests
{
    private const string Old = """
        #nullable disable
        namespace Old
        {
            public class Person { public Person(string name) { Name = name; } public string Name { get; } public string[] Tags { get; set; } public Dictionary<string, string> Map { get; init; } public HashSet<string> Set; }
            public class Box<T> { public T Value { get; init; } public List<T> More { get; set; } }
            public class Keyed<T> where T : class, IComparable<T> { public T Value { get; init; } }
            public class Uses { public Box<string> Box { get; set; } public Keyed<string> Keyed { get; set; } public Box<Dictionary<string, int>> Deep { get; set; } public (string A, string[] B) Pair { get; set; } }
        }
        #nullable restore
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Everything_counts_as_nullable(bool fromMetadata)
    {
        const string Parameters = "Old.Person a, Old.Uses b, Old.Box<string> c";
        var fixture = fromMetadata
            ? PayloadFixture.Parse(Parameters, "", PayloadFixture.Library(Old))
            : PayloadFixture.Parse(Parameters, Old);
        var program = fixture.Run();
        Check(program, 0, "[null,null,null,null]");
        Check(program, 0, """["ann",["a",null],{"k":null},["x"]]""");
        Assert.Equal("[null,null,null,null]", program.Json(program.ReadJson("[]")));
        Check(program, 1, """[[null,["a"]],["k"],[{"a":1},[{"b":2}]],["x",[null]]]""");
        Check(program, 1, "[null,null,null,[null,null]]");
        Assert.Throws<PayloadException>(() => program.ReadJson("null", 2));
        Assert.Equal("Old.Box<string>", fixture.Values[2]!.WireType);
    }

    [Fact]
    public void A_contract_without_annotations_takes_null()
    {
        var fixture = PayloadFixture.Parse("string a, List<string> b, Dictionary<string, Item> c, int d", """
            #nullable disable
            public record Item(string Text);
            """);
        Assert.Equal(["string?", "list(string?)?", "map(string,Item?)?", "int32"], fixture.Values.Select(value => value!.WireType));
        var program = fixture.Run();
        Check(program, 1, "[null]");
        Check(program, 2, """{"a":[null]}""");
    }

    private static void Check(PayloadProgram program, int parameter, string json) =>
        Assert.Equal(json, program.Json(program.ReadJson(json, parameter), parameter));
}
