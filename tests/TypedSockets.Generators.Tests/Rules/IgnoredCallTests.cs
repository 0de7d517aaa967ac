namespace TypedSockets.Generators.Tests.Rules;

/// <summary>The rule against calls whose result nobody looks at.</summary>
public class IgnoredCallTests
{
    private const string Contract = """
        public interface IShared { Task Ping(); }
        [SocketHub<IClient>] public partial interface IHub : IShared
        {
            void Say(string text);
            [OneWay] ValueTask Tell();
            [OneWay] Task Post();
            Task Do();
            ValueTask DoFast();
            Task<int> Ask();
            ValueTask<int> AskFast(CancellationToken cancel = default);
        }
        public interface IClient { ValueTask<bool> Confirm(); void Heard(); }

        """;

    [Theory]
    [InlineData("[|chat.Do()|];")]
    [InlineData("[|chat.DoFast()|];")]
    [InlineData("[|chat.Ask()|];")]
    [InlineData("[|chat.AskFast()|];")]
    [InlineData("[|chat.Ping()|];")]
    [InlineData("[|maybe?.Do()|];")]
    [InlineData("[|chat.Do().ConfigureAwait(false)|];")]
    [InlineData("[|client.Emit.Do()|];")]
    [InlineData("[|caller.Confirm()|];")]
    [InlineData("Action later = () => [|chat.Do()|]; later();")]
    [InlineData("if (maybe is not null) [|maybe.Do()|];")]
    public void A_dropped_call_is_reported(string body) => Rule.Reports("TSKT4005", User($"void Run() {{ {body} }}"));

    [Theory]
    [InlineData("async Task Run() { [|chat.Do()|]; await chat.Do(); }")]
    [InlineData("void Run() => [|chat.Do()|];")]
    [InlineData("void Run(HubSocket<IHub, IClient> socket) => [|socket.Emit.Confirm()|];")]
    public void Any_member_may_drop_it(string members) => Rule.Reports("TSKT4005", User(members));

    [Fact]
    public void A_hub_class_that_asks_its_caller_is_reported() => Rule.Reports("TSKT4005", Contract + """
        [SocketHub<IClient>("two")] public partial interface ITwo { void Go(); }
        public sealed class Two : SocketHub<IClient>, ITwo { public void Go() => [|Clients.Caller.Confirm()|]; }
        """);

    [Theory]
    [InlineData("await chat.Do(); var count = await chat.Ask(); Console.WriteLine(count);")]
    [InlineData("_ = chat.Do();")]
    [InlineData("var later = chat.Do(); await later;")]
    [InlineData("chat.Say(\"\"); await chat.Tell(); await chat.Post(); caller.Heard();")]
    [InlineData("_ = chat.Tell(); void Local() { chat.Post(); chat.Tell(); } Local();")]
    [InlineData("Func<Task> later = () => chat.Do(); await later();")]
    [InlineData("await Task.WhenAll(chat.Do(), chat.Ask());")]
    [InlineData("void Local() { other.Do(); } Local();")]
    [InlineData("void Local() { new Own().Do(); } Local();")]
    public void A_call_that_is_looked_at_is_not_reported(string body) =>
        Rule.Accepts(User($"async Task Run() {{ {body} await Task.Yield(); }}") + "public interface IOther { Task Do(); } public class Own : IOther { public Task Do() => Task.CompletedTask; }");

    private static string User(string members) => $$"""
        {{Contract}}
        #pragma warning disable CS9113
        public sealed class Program(IHub chat, IHub? maybe, IClient caller, HubClient<IHub> client{{(members.Contains("other.", StringComparison.Ordinal) ? ", IOther other" : "")}})
        {
            {{members}}
        }
        """;
}
