using TypedSockets.Codecs;

namespace TypedSockets.Generators.Tests.Payloads;

public class UnionPayloadTests
{
    private const string Shapes = """
        [SocketUnion(3, typeof(Circle)), SocketUnion(0, typeof(Square)), SocketUnion(200, typeof(Dot))]
        public interface IShape;
        public sealed record Circle(int Radius) : IShape;
        public record Square(int Side) : IShape;
        public record Cube(int Side) : Square(Side);
        public struct Dot : IShape { public int At { get; set; } }
        public sealed record Node(int Value, IShape? Shape, Node? Next);
        public static class Samples
        {
            public static object Circle => new Circle(1);
            public static object Square => new Square(2);
            public static object Dot => new Dot { At = 3 };
            public static object Cube => new Cube(4);
            public static object List => new List<IShape?> { new Circle(1), null, new Square(2) };
            public static object Node => new Node(1, new Dot { At = 5 }, new Node(2, null, null));
        }
        """;

    [Theory]
    [InlineData("Circle", "[3,[1]]")]
    [InlineData("Square", "[0,[2]]")]
    [InlineData("Dot", "[200,[3]]")]
    public void A_case_goes_over_the_wire_with_its_tag(string sample, string json)
    {
        var program = PayloadFixture.Parse("IShape a", Shapes).Run();
        Assert.Equal(json, program.Json(program.Sample(sample)));
        Assert.Equal(program.Sample(sample), program.RoundTrip(program.Sample(sample)));
    }

    [Fact]
    public void Unions_stand_in_collections_and_in_recursive_types_and_may_be_null()
    {
        var program = PayloadFixture.Parse("List<IShape?> a, Node b", Shapes).Run();
        Assert.Equal("[[3,[1]],null,[0,[2]]]", program.Json(program.Sample("List")));
        Assert.Equal(program.Sample("List"), program.RoundTrip(program.Sample("List")));
        Assert.Equal("[1,[200,[5]],[2,null,null]]", program.Json(program.Sample("Node"), 1));
        Assert.Equal(program.Sample("Node"), program.RoundTrip(program.Sample("Node"), 1));
    }

    [Fact]
    public void A_case_that_the_union_does_not_name_is_an_error_and_not_a_null_or_its_base()
    {
        var program = PayloadFixture.Parse("List<IShape?> a, IShape b", Shapes).Run();
        var error = Assert.Throws<PayloadException>(() => program.Write(program.Sample("Cube"), 1));
        Assert.Equal("'Cube' is no case of this union, so no peer could read it; name it with [SocketUnion] on the union, or send one of its cases", error.Message);
    }

    [Theory]
    [InlineData("[7,[1]]", "the tag is none of this union's")]
    [InlineData("[3]", "expected 2 elements, found 1")]
    [InlineData("[3,[1],2]", "expected 2 elements, found 3")]
    [InlineData("null", "null, but the contract does not allow null here")]
    [InlineData("""["Circle",[1]]""", "found fixstr")]
    public void What_is_no_case_is_refused(string json, string problem)
    {
        var program = PayloadFixture.Parse("IShape a", Shapes).Run();
        var error = Assert.Throws<PayloadException>(() => program.ReadJson(json));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_concrete_type_is_written_without_a_tag()
    {
        var program = PayloadFixture.Parse("Circle a", Shapes).Run();
        Assert.Equal("[1]", program.Json(program.Sample("Circle")));
    }

    [Fact]
    public void A_closed_hierarchy_needs_no_attributes()
    {
        var program = PayloadFixture.Parse("Outcome<int> a", """
            public abstract record Outcome<T>
            {
                private Outcome() { }
                public sealed record Done(T Value) : Outcome<T>;
                public sealed record Failed(string Why) : Outcome<T>;
                public sealed record Unrelated(int A);
                public abstract record Unfinished : Outcome<T> { public sealed record Late(T Value) : Unfinished; }
            }
            public static class Samples
            {
                public static object Done => new Outcome<int>.Done(7);
                public static object Late => new Outcome<int>.Unfinished.Late(3);
                public static object Failed => new Outcome<int>.Failed("late");
            }
            """).Run();
        Assert.Equal("[0,[7]]", program.Json(program.Sample("Done")));
        Assert.Equal("""[1,["late"]]""", program.Json(program.Sample("Failed")));
        Assert.Equal("[2,[3]]", program.Json(program.Sample("Late")));
        Assert.Equal(program.Sample("Failed"), program.RoundTrip(program.Sample("Failed")));
    }

    [Fact]
    public void Generic_cases_are_closed_with_the_unions_arguments()
    {
        var program = PayloadFixture.Parse("IBox<string> a", """
            [SocketUnion(0, typeof(Full<>)), SocketUnion(1, typeof(Empty<>))]
            public interface IBox<T>;
            public sealed record Full<T>(T Value) : IBox<T>;
            public sealed record Empty<T> : IBox<T>;
            public static class Samples { public static object Full => new Full<string>("x"); }
            """).Run();
        Assert.Equal("""[0,["x"]]""", program.Json(program.Sample("Full")));
        Assert.Equal(program.Sample("Full"), program.RoundTrip(program.Sample("Full")));
    }

    [Theory]
    [InlineData("[System.Text.Json.Serialization.JsonDerivedType(typeof(Cat), 4), System.Text.Json.Serialization.JsonDerivedType(typeof(Dog), 2)]", "[4,[1]]")]
    [InlineData("[System.Text.Json.Serialization.JsonDerivedType(typeof(Cat), \"cat\"), System.Text.Json.Serialization.JsonDerivedType(typeof(Dog), \"d\\\"og\")]", """["cat",[1]]""")]
    [InlineData("[MessagePack.Union(5, typeof(Cat)), MessagePack.Union(6, typeof(Dog))]", "[5,[1]]")]
    [InlineData("[MessagePack.Union(5, typeof(Cat)), SocketUnion(1, typeof(Cat)), SocketUnion(2, typeof(Dog))]", "[1,[1]]")]
    public void The_cases_of_other_libraries_are_honoured_and_ours_come_first(string attributes, string json)
    {
        var program = PayloadFixture.Parse("Animal a", $$"""
            {{attributes}}
            public abstract record Animal(int Age);
            public sealed record Cat(int Age) : Animal(Age);
            public sealed record Dog(int Age) : Animal(Age);
            public static class Samples { public static object Cat => new Cat(1); public static object Dog => new Dog(2); }
            """).Run();
        Assert.Equal(json, program.Json(program.Sample("Cat")));
        Assert.Equal(program.Sample("Dog"), program.RoundTrip(program.Sample("Dog")));
    }

    [Fact]
    public void A_name_that_no_case_has_is_refused_without_repeating_it()
    {
        var program = PayloadFixture.Parse("Animal a", """
            [System.Text.Json.Serialization.JsonDerivedType(typeof(Cat), "cat")]
            public abstract record Animal(int Age);
            public sealed record Cat(int Age) : Animal(Age);
            """).Run();
        var error = Assert.Throws<PayloadException>(() => program.ReadJson("""["secret",[1]]"""));
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }
}
