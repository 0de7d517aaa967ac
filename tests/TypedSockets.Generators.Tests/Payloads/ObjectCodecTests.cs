using TypedSockets.Codecs;

namespace TypedSockets.Generators.Tests.Payloads;

public class ObjectCodecTests
{
    private const string Message = """
        public sealed record Message(long Id, string Room, string? Note = null, int Stars = 3, Author? Author = null);
        public sealed class Author
        {
            public required string Name { get; init; }
            public string Title { get; set; } = "none";
            public int Age { get; init; } = 20;
        }
        public static class Samples
        {
            public static Message One => new(7, "hall", "hi", 4, new() { Name = "ann", Title = "dr", Age = 30 });
        }
        """;

    [Fact]
    public void A_record_is_an_array_of_its_members_and_survives_the_wire()
    {
        var program = PayloadFixture.Parse("Message message", Message).Run();
        const string Json = """[7,"hall","hi",4,["ann","dr",30]]""";
        Assert.Equal(Json, program.Json(program.Sample("One")));
        Assert.Equal(Json, program.Json(program.RoundTrip(program.Sample("One"))));
    }

    [Theory]
    [InlineData("""{"Room":"hall","Id":7}""", """[7,"hall",null,3,null]""")]
    [InlineData("""{"Id":7,"Unknown":[{"a":[1]}],"Room":"hall","Author":{"Age":1,"Name":"ann"}}""", """[7,"hall",null,3,["ann","none",1]]""")]
    [InlineData("""{"id":1,"Id":7,"Id":8,"Room":"hall"}""", """[8,"hall",null,3,null]""")]
    public void A_map_of_names_is_read_in_any_order(string json, string expected)
    {
        var program = PayloadFixture.Parse("Message message", Message).Run();
        Assert.Equal(expected, program.Json(program.ReadJson(json)));
    }

    [Theory]
    [InlineData("""[7,"hall"]""", """[7,"hall",null,3,null]""")]
    [InlineData("""[7,"hall",null,3,["ann"]]""", """[7,"hall",null,3,["ann","none",20]]""")]
    [InlineData("""[7,"hall",null,3,["ann","dr",30,"more",[1,2]],{"a":1}]""", """[7,"hall",null,3,["ann","dr",30]]""")]
    public void Missing_members_keep_their_defaults_and_extra_ones_are_skipped(string json, string expected)
    {
        var program = PayloadFixture.Parse("Message message", Message).Run();
        Assert.Equal(expected, program.Json(program.ReadJson(json)));
    }

    [Theory]
    [InlineData("[7]", "Room", "missing")]
    [InlineData("""[7,null]""", "Room", "null")]
    [InlineData("""[7,"hall",null,3,{"Age":3}]""", "Author.Name", "missing")]
    [InlineData("""[7,"hall",null,3,[null]]""", "Author.Name", "null")]
    [InlineData("""[7,"hall",null,3,["ann",null]]""", "Author.Title", "null")]
    [InlineData("""["x","hall"]""", "Id", "")]
    [InlineData("null", "", "null")]
    public void What_is_missing_null_or_of_another_type_is_an_error_with_its_path(string json, string path, string problem)
    {
        var program = PayloadFixture.Parse("Message message", Message).Run();
        var error = Assert.Throws<PayloadException>(() => program.ReadJson(json));
        Assert.Equal(path, error.Path);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_where_the_contract_does_not_allow_it_cannot_be_written()
    {
        var program = PayloadFixture.Parse("Outer outer", """
            public record Inner(string Text);
            public record Outer(List<Inner> Items);
            public static class Samples
            {
                public static Outer Bad => new([new("a"), new(null!)]);
                public static Outer Worse => new([null!]);
            }
            """).Run();
        Assert.Equal("Items[1].Text", Assert.Throws<PayloadException>(() => program.Write(program.Sample("Bad"))).Path);
        Assert.Equal("Items[0]", Assert.Throws<PayloadException>(() => program.Write(program.Sample("Worse"))).Path);
        Assert.Equal("", Assert.Throws<PayloadException>(() => program.Write(null)).Path);
    }

    [Fact]
    public void A_constructor_that_refuses_its_arguments_is_a_payload_error_without_their_text()
    {
        var program = PayloadFixture.Parse("Age age", """
            public sealed class Age
            {
                public Age(int years) => Years = years >= 0 ? years : throw new ArgumentException("secret");
                public int Years { get; }
            }
            """).Run();
        var error = Assert.Throws<PayloadException>(() => program.ReadJson("[-1]"));
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Contains("ArgumentException", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_may_contain_itself_up_to_the_depth_limit()
    {
        var program = PayloadFixture.Parse("Tree tree", """
            public sealed record Tree(int Value, Tree? Left, List<Tree> More);
            public static class Samples
            {
                public static Tree Small => new(1, new(2, null, []), [new(3, null, [])]);
                public static Tree Deep
                {
                    get
                    {
                        var tree = new Tree(0, null, []);
                        for (var i = 0; i < 100; i++) tree = new Tree(i, tree, []);
                        return tree;
                    }
                }
            }
            """).Run();
        Assert.Equal("[1,[2,null,[]],[[3,null,[]]]]", program.Json(program.RoundTrip(program.Sample("Small"))));
        var error = Assert.Throws<PayloadException>(() => program.Write(program.Sample("Deep")));
        Assert.Contains("deeper than 64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_without_members_is_an_empty_array()
    {
        var program = PayloadFixture.Parse("Ping ping, Nothing nothing", """
            public sealed record Ping;
            public readonly record struct Nothing();
            public static class Samples { public static Ping One => new(); }
            """).Run();
        Assert.Equal("[]", program.Json(program.Sample("One")));
        Assert.Equal(program.Sample("One"), program.ReadJson("[1,2]"));
    }
}
