using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Compliance;

/// <summary>Contracts of unusual shapes get code without an error or a warning.</summary>
public class ShapeTests
{
    private static readonly GeneratorFixture Project = new() { Documents = true };

    [Fact]
    public void Defaults_may_be_of_every_kind() => Compiles("""
        void All(
            E small = E.Less, E? none = null, Flags flags = Flags.A | Flags.B, Flags odd = (Flags)77, decimal price = -1.50m, decimal? maybe = 3m,
            double nan = double.NaN, float low = float.NegativeInfinity, long least = long.MinValue, ulong most = ulong.MaxValue,
            char quote = '\'', string text = "a\n\"b\"\\\u2028", bool flag = true, Point point = default, Guid id = default);
        void Null(string text = null!, string? maybe = null, int[] list = null!, Point? point = null, byte small = 255, sbyte least = -128, short s = -1);
        void Times(DateTimeOffset at = default, TimeSpan span = default, (int A, string? B) pair = default);
        """, """
        public enum E : sbyte { Less = -1 }
        [Flags] public enum Flags : ulong { A = 1, B = ulong.MaxValue }
        public readonly record struct Point(int X, int Y);
        """);

    [Fact]
    public void Tuples_keep_their_names_and_annotations() => Compiles("""
        Task<(string? Name, int Count)> Ask((string Name, (int? A, string? B)? Inner) value, List<(string? A, int B)?> list, string?[]? names);
        ValueTask<Dictionary<string, (int X, string? Y)[]>?> Map(IReadOnlyList<string?> names, int? count = null);
        """);

    [Fact]
    public void Code_without_annotations_is_a_contract_too() => Compiles("""
        #nullable disable
        Task<string> Ask(string name, List<string> names, (string A, int B) pair, string more = null);
        #nullable restore
        """);

    [Fact]
    public void A_params_array_stays_one_for_recipients()
    {
        var run = Compiles("void Many(int count, params string[] names); void List(params List<int> numbers);");
        Assert.Contains("int count, params string[] names", run.Files["Tests.IShopClient.Recipients.g.cs"]);
        Assert.Contains("params global::System.Collections.Generic.List<int> numbers", run.Files["Tests.IShopClient.Recipients.g.cs"]);
    }

    [Fact]
    public void Obsolete_members_are_served_without_a_complaint() => Compiles("""
        [Obsolete] void Plain(string text);
        [Obsolete("Use another.")] void Message(string text);
        [Obsolete("Gone.", error: true)] ValueTask<int> Error(string text);
        [Obsolete("Gone.", error: true)] void ErrorEmit();
        [Obsolete("Use another.", DiagnosticId = "SHOP1", UrlFormat = "https://example.com/{0}")] Task Custom(string text);
        """);

    [Fact]
    public void Documentation_that_speaks_of_parameters_is_carried_over() => Compiles("""
        /// <summary>Says <paramref name="text"/> to <see cref="IShop"/>, or <see langword="null"/>; see <see cref="Said(string)"/>.</summary>
        /// <param name="text">The text.</param>
        void Said(string text);
        """);

    [Fact]
    public void Members_may_come_from_generic_and_foreign_interfaces() => Compiles("""
        void Other();
        """, """
        public record Order(int Id);

        /// <summary>Something with <typeparamref name="T"/>.</summary>
        /// <typeparam name="T">What.</typeparam>
        public interface IStore<T>
        {
            /// <summary>Gets a <typeparamref name="T"/>.</summary>
            ValueTask<T> Get(int id);
            void Put(T value);
        }
        """, ": IStore<Order>");

    [Fact]
    public void Empty_interfaces_are_a_contract() => Compiles("");

    [Fact]
    public void Fifteen_parameters_fit() => Compiles(
        $"ValueTask<int> Ask({string.Join(", ", Enumerable.Range(0, 14).Select(i => $"int p{i}"))}, CancellationToken cancel = default);");

    [Fact]
    public void Two_hubs_may_be_each_other_s_client() => Assert.Equal(2, Project.Run("""
        [SocketHub<IRight>] public partial interface ILeft { void Left(string text); }
        [SocketHub<ILeft>] public partial interface IRight { void Right(string text); }
        public static class User
        {
            public static void Use(Recipients<ILeft> left, Recipients<IRight> right) { left.Left(""); right.Right(""); }
        }
        """).WithoutMissingDocumentation().Files.Keys.Count(name => name.EndsWith("Recipients.g.cs", StringComparison.Ordinal)));

    [Fact]
    public void Every_container_may_hold_a_hub() => Project.Run("""
        public partial record A { public partial record struct B { public partial struct C { public partial interface D {
            [SocketHub<IClient>] public partial interface IHub { void Say(string text); }
            public interface IClient { void Heard(string text); }
        } } } }
        """).WithoutMissingDocumentation();

    private static GeneratorRun Compiles(string members, string types = "", string bases = "") => Project.Run($$"""
        namespace Tests;

        [SocketHub<IShopClient>("shop")]
        public partial interface IShop {{bases}}
        {
            {{members}}
        }

        public interface IShopClient {{bases}}
        {
            {{members}}
        }

        {{types}}
        """).WithoutMissingDocumentation();
}

file static class Runs
{
    internal static GeneratorRun WithoutMissingDocumentation(this GeneratorRun run)
    {
        var options = run.Compilation.Options.WithSpecificDiagnosticOptions([new("CS1591", ReportDiagnostic.Suppress), new("CS1573", ReportDiagnostic.Suppress)]);
        return (run with { Compilation = run.Compilation.WithOptions(options) }).CompilesCleanly();
    }
}
