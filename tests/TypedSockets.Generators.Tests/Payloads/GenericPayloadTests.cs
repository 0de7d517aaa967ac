namespace TypedSockets.Generators.Tests.Payloads;

public class GenericPayloadTests
{
    private const string Types = """
        namespace Chat
        {
            public sealed record Message(string Text);
            public sealed record Page<T>(IReadOnlyList<T> Items, T? Last) { public T? First { get; init; } public int Total { get; init; } = 1; }
            public struct Pair<TLeft, TRight> where TLeft : class? where TRight : struct, IComparable<TRight> { public TLeft? Left { get; init; } public TRight Right { get; init; } }
            public class Outer<T> where T : notnull, new()
            {
                public class Inner<U> where U : IEnumerable<T> { public T? A { get; init; } public U? B { get; init; } }
                public sealed record Plain(T Value);
            }
            public sealed record Node<T>(T Value, Node<T>? Next);
            public sealed record Tagged<TTag>(int Value);
            public interface ITag;
        }
        """;

    [Fact]
    public void Closed_generic_types_survive_the_wire()
    {
        var program = PayloadFixture.Parse(
            "Chat.Page<Chat.Message> a, Chat.Page<int> b, Chat.Pair<string?, DateTime> c, Chat.Outer<int>.Inner<List<int>> d, Chat.Outer<int>.Plain e, "
            + "Chat.Node<Chat.Page<string?>> f, Chat.Tagged<Chat.ITag> g, Chat.Page<(string Name, int[] Scores)> h, Chat.Page<Chat.Message?[]> i",
            Types).Run();
        Check(program, 0, """[[["a"]],["b"],["c"],7]""");
        Check(program, 1, "[[1],2,3,4]");
        Check(program, 3, "[1,[2]]");
        Check(program, 4, "[1]");
        Check(program, 5, """[[["a",null],"b",null,2],[[[],null,"c",3],null]]""");
        Check(program, 6, "[1]");
        Check(program, 7, """[[["a",[1]]],["b",[]],["",[2]],1]""");
        Check(program, 8, """[[[null]],[["x"]],null,1]""");
    }

    [Theory]
    [InlineData("where T : unmanaged", "int")]
    [InlineData("where T : struct, Enum", "DayOfWeek")]
    [InlineData("where T : notnull", "int")]
    [InlineData("where T : IComparable<T>, new()", "int")]
    [InlineData("where T : class, IEnumerable<int>", "List<int>")]
    [InlineData("where T : class?", "List<int>?")]
    [InlineData("where T : Part", "Part")]
    [InlineData("where T : struct, IMark", "Marked")]
    public void Init_members_of_constrained_types_are_set(string constraint, string argument)
    {
        var program = PayloadFixture.Parse($"Box<{argument}> a", $$"""
            public class Part { public int A { get; set; } }
            public interface IMark;
            public struct Marked : IMark { public int A { get; set; } }
            public class Box<T> {{constraint}} { public T? Value { get; init; } public List<T>? More { get; init; } public int Number { get; init; } = 3; }
            """).Run();
        Assert.EndsWith(",null,3]", program.Json(program.ReadJson("[]")), StringComparison.Ordinal);
        Assert.EndsWith(",[],4]", program.Json(program.ReadJson("""{"More":[],"Number":4}""")), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_closed_type_has_a_codec_of_its_own_name()
    {
        var fixture = PayloadFixture.Parse(
            "Chat.Page<Chat.Message> a, Chat.Page<int> b, Chat.Page<string> c, Chat.Page<string?> d, Chat.Page<Chat.Message?> e, Chat.Page<int[]> f, "
            + "Chat.Page<Chat.Page<int>> g, Chat.Page<Other.Message> h, Chat.Page<(int, int)> i, Chat.Page<(int A, int B)> j, Chat.Outer<int>.Plain k",
            Types + "namespace Other { public sealed record Message(int Text); }");
        _ = fixture.Run();
        var names = fixture.Files().Keys.ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("Chat.PageOfMessage.Codec", names);
        Assert.Contains("Chat.PageOfInt32.Codec", names);
        Assert.Equal(fixture.Values[8]!.Codec, fixture.Values[9]!.Codec);
        Assert.Equal("Chat.Page<string?>", fixture.Values[3]!.WireType);
        Assert.Equal("(int A, int B)", fixture.Values[9]!.Type.Split('<')[1].TrimEnd('>'));
        Assert.All(names, name => Assert.DoesNotContain(name, c => "<>:@# ".Contains(c)));
    }

    private static void Check(PayloadProgram program, int parameter, string json) =>
        Assert.Equal(json, program.Json(program.ReadJson(json, parameter), parameter));
}
