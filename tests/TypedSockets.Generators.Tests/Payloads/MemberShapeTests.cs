namespace TypedSockets.Generators.Tests.Payloads;

/// <summary>Every way in which a type can hold and take its members.</summary>
public class MemberShapeTests
{
    public static TheoryData<string, string, string> Shapes => new()
    {
        { "class C { public int A { get; set; } public string? B { get; set; } }", "new C { A = 1, B = \"b\" }", "[1,\"b\"]" },
        { "sealed class C { public int A { get; init; } public string B { get; init; } = \"\"; }", "new C { A = 1, B = \"b\" }", "[1,\"b\"]" },
        { "class C { public required int A { get; set; } public required string B; }", "new C { A = 1, B = \"b\" }", "[1,\"b\"]" },
        { "class C { public string? B; public int A { get; set; } }", "new C { A = 1, B = \"b\" }", "[1,\"b\"]" },
        { "class C(int a, string b) { public string B { get; } = b; public int A { get; } = a; }", "new C(1, \"b\")", "[\"b\",1]" },
        { "class C { public C(int a) => A = a; public readonly int A; public int Twice => 2 * A; public static int Count { get; set; } public int this[int i] { get => i; set { } } }", "new C(1)", "[1]" },
        { "class C { public C() { } public C(int a) => A = a; public int A { get; } public int B { get; set; } }", "new C(1) { B = 2 }", "[1,2]" },
        { "class C { public int A { get; set; } private int P { get; set; } internal int I { get; set; } protected int Q { get; set; } public int W { set { } } public int R { get; private set; } = 5; }", "new C { A = 1 }", "[1]" },
        { "struct C { public int A; public string? B { get; set; } }", "new C { A = 1, B = \"b\" }", "[\"b\",1]" },
        { "struct C { public C() { } public int A { get; init; } = 4; public string? B { get; set; } }", "new C { A = 1, B = \"b\" }", "[1,\"b\"]" },
        { "readonly struct C { public int A { get; init; } public string? B { get; init; } }", "new C { A = 1, B = \"b\" }", "[1,\"b\"]" },
        { "readonly struct C(int a) { public int A { get; } = a; }", "new C(1)", "[1]" },
        { "readonly record struct C(int A, string? B);", "new C(1, \"b\")", "[1,\"b\"]" },
        { "record struct C(int A) { public string? B { get; set; } public int D { get; init; } }", "new C(1) { B = \"b\", D = 2 }", "[1,\"b\",2]" },
        { "record C(int A) { public int Z { get; set; } public int A { get; init; } = A; }", "new C(1) { Z = 2 }", "[1,2]" },
        { "record C(int A) { public required string B { get; init; } public int D { get; init; } = 9; }", "new C(1) { B = \"b\" }", "[1,\"b\",9]" },
        { "record C { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public C(int a) => A = a; public required int A { get; init; } }", "new C(1)", "[1]" },
        { "record C { public C(int a) => A = a; public required int A { get; init; } }", "new C(1) { A = 1 }", "[1]" },
        { "record C(int A) { public C(C other, int extra) : this(other.A + extra) { } }", "new C(1)", "[1]" },
        { "record C(int A) { public C(string text) : this(text.Length) { } }", "new C(1)", "[1]" },
        { "class C { public C(in int a) => A = a; public int A { get; } }", "new C(1)", "[1]" },
        { "record C(int[] A, params string[] B);", "new C([1], \"b\")", "[[1],[\"b\"]]" },
        { "class B0 { public int Z { get; set; } public int Y { get; init; } = 3; } class C : B0 { public int A { get; set; } }", "new C { Z = 1, Y = 2, A = 3 }", "[1,2,3]" },
        { "abstract record B0(int Z) { public abstract string Name { get; set; } } record C(int A, int Z) : B0(Z) { public override string Name { get; set; } = \"\"; }", "new C(1, 2) { Name = \"n\" }", "[2,\"n\",1]" },
        { "class B0 { public virtual int Z { get; init; } = 5; public int Hidden { get; set; } } class C : B0 { public override int Z { get; init; } = 6; public new string? Hidden { get; set; } }", "new C { Z = 1, Hidden = \"h\" }", "[1,\"h\"]" },
        { "class B0<T> { public T? Z { get; init; } } class C : B0<string> { public int A { get; set; } }", "new C { Z = \"z\", A = 1 }", "[\"z\",1]" },
        { "class C { [SocketMember(1)] public int A { get; set; } [SocketMember(0)] public int B; }", "new C { A = 1, B = 2 }", "[2,1]" },
        { "record C([SocketMember(1)] int A, [property: SocketMember(0)] int B);", "new C(1, 2)", "[2,1]" },
        { "partial class C { [SocketMember(1)] public int A { get; set; } } partial class C { [SocketMember(0)] public int B { get; set; } }", "new C { A = 1, B = 2 }", "[2,1]" },
        { "partial class C { public int A { get; set; } } partial class C { public int Twice => 2 * A; }", "new C { A = 1 }", "[1]" },
        { "record C(int @class, string @event, int arglist, int at, int seen, int members, int value, int result, int Members, int reader);", "new C(1, \"e\", 2, 3, 4, 5, 6, 7, 8, 9)", "[1,\"e\",2,3,4,5,6,7,8,9]" },
        { "class C { public int @namespace { get; init; } = 1; public int Id { get; init; } public int id { get; init; } }", "new C { Id = 2, id = 3 }", "[1,2,3]" },
        { "class C { [Obsolete] public int A { get; set; } [Obsolete(\"old\")] public int B { get; init; } }", "new C { A = 1, B = 2 }", "[1,2]" },
        { "class C { public C(string? text) => Text = text ?? \"none\"; public string Text { get; } }", "new C(\"a\")", "[\"a\"]" },
        { "class C { public C(string text) => Text = text; public string? Text { get; set; } }", "new C(\"a\")", "[\"a\"]" },
        { "class Größe { public int Höhe { get; init; } } record C(Größe G);", "new C(new Größe { Höhe = 1 })", "[[1]]" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_object_survives_the_wire_from_source_and_from_metadata(string declaration, string sample, string json)
    {
        var code = $$"""
            #pragma warning disable CS0612, CS0618, CS8618
            public {{Publish(declaration)}}
            public static class Samples
            {
                public static C One => {{sample}};
            }
            """;
        var source = PayloadFixture.Parse("C value", code).Run();
        Assert.Equal(json, source.Json(source.Sample("One")));
        Assert.Equal(json, source.Json(source.RoundTrip(source.Sample("One"))));

        var library = PayloadFixture.Library(code);
        var metadata = PayloadFixture.Parse("C value", "", library).Run();
        Assert.Equal(json, metadata.Json(metadata.Sample("One")));
        Assert.Equal(json, metadata.Json(metadata.RoundTrip(metadata.Sample("One"))));
    }

    [Fact]
    public void Initializers_and_constructor_values_survive_when_members_are_missing()
    {
        var program = PayloadFixture.Parse("C c, S s, P<string> p", """
            public class C { public C() => D = 4; public int A { get; init; } = 1; public int B { get; set; } = 2; public int F = 3; public int D { get; init; } }
            public struct S { public S() { } public int A { get; init; } = 1; public List<int> B { get; init; } = [2]; }
            public class P<T> where T : notnull { public T? A { get; init; } public int B { get; init; } = 5; }
            """).Run();
        Assert.Equal("[1,2,4,3]", program.Json(program.ReadJson("[]")));
        Assert.Equal("[7,8,9,10]", program.Json(program.ReadJson("[7,8,9,10]")));
        Assert.Equal("[1,[2]]", program.Json(program.ReadJson("[]", 1), 1));
        Assert.Equal("[7,[]]", program.Json(program.ReadJson("[7,[]]", 1), 1));
        Assert.Equal("[null,5]", program.Json(program.ReadJson("{}", 2), 2));
        Assert.Equal("""["a",6]""", program.Json(program.ReadJson("""["a",6]""", 2), 2));
    }

    [Fact]
    public void Constructor_defaults_of_every_kind_are_used()
    {
        var program = PayloadFixture.Parse("C c", """
            public enum E { One = 1, Minus = -1 }
            public record C(
                int I = -3, long L = long.MinValue, ulong U = ulong.MaxValue, byte B = 4, float F = 1.5f, double D = double.NaN, double P = double.NegativeInfinity,
                decimal M = 1.50m, char X = '\'', string S = "a\"\n\\{", bool T = true, E G = E.Minus, E? H = E.One, int? N = 8, int? O = null,
                string? Z = null, Guid V = default, string W = null!);
            public static class Samples { public static C One => new(W: "w"); }
            """).Run();
        Assert.Equal(program.Sample("One"), program.ReadJson("""{"W":"w"}"""));
    }

    private static string Publish(string declaration) => declaration
        .Replace(" class C :", " public class C :")
        .Replace(" record C(int A, int Z)", " public record C(int A, int Z)")
        .Replace("partial class C { [SocketMember(0)]", "public partial class C { [SocketMember(0)]")
        .Replace("partial class C { public int Twice", "public partial class C { public int Twice")
        .Replace(" record C(Größe", " public record C(Größe");
}
