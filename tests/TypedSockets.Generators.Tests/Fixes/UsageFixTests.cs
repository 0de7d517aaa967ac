namespace TypedSockets.Generators.Tests.Fixes;

/// <summary>The fixes for classes that implement contracts, and for code that calls them.</summary>
public class UsageFixTests
{
    private const string Await = "Await the call";
    private const string Discard = "Discard the call on purpose";

    [Theory]
    [InlineData("public async void Say(string text) => await Task.Yield();", "public async ValueTask Say(string text) => await Task.Yield();")]
    [InlineData("async void IHub.Say(string text) { if (text == \"\") return; await Task.Yield(); }", "async ValueTask IHub.Say(string text) { if (text == \"\") return; await Task.Yield(); }")]
    public void TSKT4001_the_member_and_its_implementation_return_a_task(string before, string after) => Fix.Gives(
        "TSKT4001",
        Contract("/// <summary>Kept.</summary>\n    void Say(string text);", $"public class Hub : SocketHub<IClient>, IHub\n{{\n    {before}\n}}"),
        Contract("/// <summary>Kept.</summary>\n    [OneWay] ValueTask Say(string text);", $"public class Hub : SocketHub<IClient>, IHub\n{{\n    {after}\n}}"));

    [Fact]
    public void TSKT4001_other_implementations_do_as_before() => Fix.Gives(
        "TSKT4001",
        Contract("void Say(string text);", """
            public class Hub : SocketHub<IClient>, IHub
            {
                public async void Say(string text) => await Task.Yield();
            }
            public class Plain : IHub
            {
                public void Say(string text)
                {
                    Action inner = () => { return; };
                    if (text == "")
                    {
                        return;
                    }

                    inner();
                }
            }
            public class Short : IHub
            {
                public void Say(string text) => Console.WriteLine(text);
            }
            """),
        Contract("[OneWay] ValueTask Say(string text);", """
            public class Hub : SocketHub<IClient>, IHub
            {
                public async ValueTask Say(string text) => await Task.Yield();
            }
            public class Plain : IHub
            {
                public ValueTask Say(string text)
                {
                    Action inner = () => { return; };
                    if (text == "")
                    {
                        return default;
                    }

                    inner();
                    return default;
                }
            }
            public class Short : IHub
            {
                public ValueTask Say(string text)
                {
                    Console.WriteLine(text);
                    return default;
                }
            }
            """));

    [Fact]
    public void TSKT4002_a_hub_class_is_for_its_contract_s_client() => Fix.Gives(
        "TSKT4002",
        Contract("void Say();", "namespace Shop { class Hub : SocketHub<IOther>, IHub { public void Say() { } } interface IOther; }"),
        Contract("void Say();", "namespace Shop { class Hub : SocketHub<IClient>, IHub { public void Say() { } } interface IOther; }"));

    [Theory]
    [InlineData("class Hub : Root, IHub { public void Say() { } } class Root : SocketHub<IOther>; interface IOther;")]
    [InlineData("class Hub : SocketHub<IOther>, IHub, ISecond { public void Say() { } } interface IOther; [SocketHub<IThird>] partial interface ISecond; interface IThird;")]
    public void TSKT4002_a_base_elsewhere_or_two_clients_have_no_fix(string code) => Fix.IsNotOffered("TSKT4002", Contract("void Say();", code));

    [Theory]
    [InlineData("Store.Save().Wait();", "await Store.Save();")]
    [InlineData("var a = Store.Load().Result; Console.WriteLine(a);", "var a = await Store.Load(); Console.WriteLine(a);")]
    [InlineData("Console.WriteLine(Store.Load().Result.ToString());", "Console.WriteLine((await Store.Load()).ToString());")]
    [InlineData("Console.WriteLine(1 + Store.Load().GetAwaiter().GetResult());", "Console.WriteLine(1 + await Store.Load());")]
    [InlineData("Store.Save().ConfigureAwait(false).GetAwaiter().GetResult();", "await Store.Save().ConfigureAwait(false);")]
    [InlineData("Thread.Sleep(5); // kept", "await Task.Delay(5); // kept")]
    [InlineData("Func<Task> a = async () => Thread.Sleep(TimeSpan.Zero); await a();", "Func<Task> a = async () => await Task.Delay(TimeSpan.Zero); await a();")]
    public void TSKT4003_a_blocking_call_is_awaited(string before, string after) => Fix.Gives("TSKT4003", Hub(before), Hub(after));

    [Theory]
    [InlineData("Store.Save().Wait(50);")]
    [InlineData("Task.WaitAll(Store.Save());")]
    [InlineData("void Local() => Store.Save().Wait(); Local();")]
    [InlineData("lock (this) { Thread.Sleep(5); }")]
    public void TSKT4003_where_nothing_can_be_awaited_there_is_no_fix(string body) => Fix.IsNotOffered("TSKT4003", Hub(body));

    [Theory]
    [InlineData("hub.Ask(5);", "await hub.Ask(5);")]
    [InlineData("if (true) /* kept */ hub.Do();", "if (true) /* kept */ await hub.Do();")]
    [InlineData("hub.Do().ConfigureAwait(false);", "await hub.Do().ConfigureAwait(false);")]
    public void TSKT4005_a_dropped_call_is_awaited(string before, string after)
    {
        Fix.Gives("TSKT4005", User($"async Task Run() {{ {before} await Task.Yield(); }}"), User($"async Task Run() {{ {after} await Task.Yield(); }}"), Await);
        var discarded = after.Replace("await ", "_ = ", StringComparison.Ordinal);
        Fix.Gives("TSKT4005", User($"async Task Run() {{ {before} await Task.Yield(); }}"), User($"async Task Run() {{ {discarded} await Task.Yield(); }}"), Discard);
    }

    [Theory]
    [InlineData("void Run() => hub.Do();", "void Run() => _ = hub.Do();")]
    [InlineData("void Run() { Action a = () => hub.Do(); a(); }", "void Run() { Action a = () => _ = hub.Do(); a(); }")]
    [InlineData("async Task Run(IHub? maybe) { maybe?.Do(); await hub.Do(); }", "async Task Run(IHub? maybe) { _ = maybe?.Do(); await hub.Do(); }")]
    public void TSKT4005_what_cannot_be_awaited_can_be_discarded(string before, string after) => Fix.Gives("TSKT4005", User(before), User(after));

    [Fact]
    public void TSKT4005_where_a_name_is_taken_nothing_is_offered() => Fix.IsNotOffered("TSKT4005", User("void Run() { Action<int> a = _ => hub.Do(); a(1); }"));

    private static string Hub(string body) => Contract("Task Do();", $$"""
        public static class Store { public static Task<int> Load() => Task.FromResult(1); public static Task Save() => Load(); }
        public class Hub : SocketHub<IClient>, IHub
        {
            public async Task Do()
            {
                await Task.Yield();
                {{body}}
            }
        }
        """);

    private static string User(string members) => Contract("Task Do();\n    ValueTask<int> Ask(int a);", $"public class User(IHub hub)\n{{\n    {members}\n    IHub Hub => hub;\n}}");

    private static string Contract(string members, string more) => $$"""
        [SocketHub<IClient>]
        public partial interface IHub
        {
            {{members}}
        }

        public interface IClient;
        {{more}}
        """.ReplaceLineEndings("\n");
}
