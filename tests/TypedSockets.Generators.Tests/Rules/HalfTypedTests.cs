using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Rules;

/// <summary>While code is being typed it is wrong in every way. The generator and the analyzers bear it.</summary>
public class HalfTypedTests
{
    private const string Whole = """
        namespace Shop;

        /// <summary>A <see cref="IClient"/>.</summary>
        [SocketHub<IClient>("shop")]
        public partial interface IHub : IBase<int>
        {
            [Obsolete("x", error: true)] Task<(int A, string? B)> Ask(Item? item, E e = E.A, CancellationToken cancel = default);
            [OneWay, Volatile] ValueTask Tell(params List<Item>[] items);
        }

        public interface IBase<T> { void Put(T value); }
        public interface IClient { void Heard(Item item = null!); }
        public record Item(string Name, Dictionary<string, Item[]>? More = null) { [SocketMember(0)] public int X { get; init; } }
        public enum E { A }
        public class Hub : SocketHub<IClient>, IHub { public async void Put(int value) => await Task.Yield(); }
        """;

    [Fact]
    public void Code_that_ends_anywhere_is_borne()
    {
        foreach (var token in Tokens())
        {
            Bears(Whole[..token.Span.End]);
        }
    }

    [Fact]
    public void Code_without_any_of_its_tokens_is_borne()
    {
        foreach (var token in Tokens())
        {
            Bears(Whole.Remove(token.Span.Start, token.Span.Length));
        }
    }

    [Theory]
    [InlineData("[SocketHub<>] public partial interface IHub { }")]
    [InlineData("[SocketHub] public partial interface IHub { }")]
    [InlineData("[SocketHub<int>] public partial interface IHub { }")]
    [InlineData("[SocketHub<dynamic>] public partial interface IHub { }")]
    [InlineData("[SocketHub<string[]>] public partial interface IHub { }")]
    [InlineData("[SocketHub<Missing>] public partial interface IHub { }")]
    [InlineData("[SocketHub<IHub>(5, 6)] public partial interface IHub { }")]
    [InlineData("[SocketHub<IHub>(name: 5)] public partial interface IHub { }")]
    [InlineData("[SocketHub<IHub>(nameof())] public partial interface IHub { }")]
    [InlineData("[SocketHub<IHub>] [SocketHub<IClient>] public partial interface IHub { } public interface IClient { }")]
    [InlineData("[SocketHub<IHub>] public partial interface IHub { } [SocketHub<IClient>] public partial interface IHub { } public interface IClient { }")]
    [InlineData("[SocketHub<IHub>] public class Hub { }")]
    [InlineData("[SocketHub<IClient>] public partial interface IHub : IHub { void Say(); } public interface IClient : IClient { }")]
    [InlineData("[SocketHub<IClient>] public partial interface IHub : IClient { } [SocketHub<IHub>] public partial interface IClient : IHub { }")]
    [InlineData("[SocketHub<IHub>] public partial interface IHub : Missing, string { }")]
    [InlineData("[SocketHub<IHub>] public partial interface { void Say(); }")]
    [InlineData("[SocketHub<IHub>] public partial interface IHub { void Say(); void Say(); void Say(int a); }")]
    [InlineData("[SocketHub<IHub>] public partial interface IHub { void Say(int a, int a, int); void (); Task< Ask(); }")]
    [InlineData("[SocketHub<IHub>] public partial interface IHub { void Say(int a = \"x\", E b = E.Missing, int c = Missing, decimal d = 1/0m, params int e); }")]
    [InlineData("[SocketHub<IHub>] public partial interface IHub { Task<Missing> Ask(Missing a, List<Missing> b, List<> c, (Missing, int) d, int* e, Missing[] f); }")]
    [InlineData("[SocketHub<IHub>] public partial interface IHub { Task<void> Ask(void a, in void b, System.Void c, TypedReference d, __arglist); }")]
    [InlineData("[SocketHub<IHub>] public partial interface IHub { void Say(Loop a); } public record Loop(Loop L) : Loop;")]
    [InlineData("[SocketHub<IHub>] public partial interface IHub { static IHub() { } ~IHub() { } IHub() { } }")]
    [InlineData("[SocketHub<IHub>] public partial interface IHub { [Obsolete(5, )] void Say(); [Obsolete(Missing)] void Tell(); }")]
    [InlineData("[SocketHub<IHub>] public partial interface IHub { } public interface IHub { } public class IHub { }")]
    [InlineData("public class Box<T> { [SocketHub<T>] public partial interface IHub { void Say(T a); } }")]
    [InlineData("class Hub : SocketHub<Missing>, IMissing { public async void Say() { } } class Other : SocketHub<, IHub { }")]
    [InlineData("partial class Hub : SocketHub<Hub> { async void () { } }")]
    public void Nonsense_is_borne(string source) => Bears(source);

    [Fact]
    public void A_runtime_that_is_not_referenced_is_borne()
    {
        var compilation = new GeneratorFixture().Compile(Whole);
        var without = compilation.WithReferences(compilation.References.Where(reference => !reference.Display!.Contains("TypedSockets", StringComparison.Ordinal)));
        Bears(GeneratorRun.Of(without, new GeneratorFixture().ParseOptions), "no runtime");
        Bears(GeneratorRun.Of(compilation.WithReferences(), new GeneratorFixture().ParseOptions), "no framework");
    }

    private static IEnumerable<SyntaxToken> Tokens() => CSharpSyntaxTree.ParseText(Whole).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0);

    private static void Bears(string source) => Bears(new GeneratorFixture().Run(source), source);

    private static void Bears(GeneratorRun run, string source)
    {
        var crashes = run.GeneratorDiagnostics.Concat(run.Analyze()).Where(diagnostic => diagnostic.Id is "CS8785" or "CS8784" or "AD0001").ToList();
        Assert.True(crashes.Count == 0, $"{source}\n\n{string.Join('\n', crashes)}");
    }
}
