using Microsoft.CodeAnalysis.CSharp;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Rules;

/// <summary>The rule against blocking calls in hub classes.</summary>
public class BlockingCallTests
{
    private const string Contract = """
        [SocketHub<IClient>] public partial interface IHub { Task<int> Count(); }
        public interface IClient { Task<int> Ask(); }
        public static class Store { public static Task<int> Load() => Task.FromResult(1); public static ValueTask<int> LoadFast() => new(1); public static Task Save() => Load(); }

        """;

    [Theory]
    [InlineData("return Task.FromResult(Store.Load().[|Result|]);")]
    [InlineData("return Task.FromResult(Store.LoadFast().[|Result|]);")]
    [InlineData("return Task.FromResult(Clients.Caller.Ask().[|Result|]);")]
    [InlineData("Store.Save().[|Wait|](); return Store.Load();")]
    [InlineData("Store.Save().[|Wait|](50); return Store.Load();")]
    [InlineData("Task.[|WaitAll|](Store.Save(), Store.Load()); return Store.Load();")]
    [InlineData("Task.[|WaitAny|](Store.Save(), Store.Load()); return Store.Load();")]
    [InlineData("Store.Save().GetAwaiter().[|GetResult|](); return Store.Load();")]
    [InlineData("return Task.FromResult(Store.LoadFast().GetAwaiter().[|GetResult|]());")]
    [InlineData("return Task.FromResult(Store.Load().ConfigureAwait(false).GetAwaiter().[|GetResult|]());")]
    [InlineData("Thread.[|Sleep|](5); return Store.Load();")]
    [InlineData("Thread.[|Sleep|](TimeSpan.FromSeconds(1)); return Store.Load();")]
    [InlineData("var load = Store.Load(); return Task.FromResult(load.[|Result|]);")]
    [InlineData("Func<int> load = () => Store.Load().[|Result|]; return Task.FromResult(load());")]
    [InlineData("int Local() => Store.Load().[|Result|]; return Task.FromResult(Local());")]
    public void A_blocking_call_in_a_hub_class_is_reported(string body) => Rule.Reports("TSKT4003", Hub($"public Task<int> Count() {{ {body} }}"));

    [Theory]
    [InlineData("protected override ValueTask OnConnected() { Store.Save().[|Wait|](); return default; } public Task<int> Count() => Store.Load();")]
    [InlineData("private int Cached => Store.Load().[|Result|]; public Task<int> Count() => Task.FromResult(Cached);")]
    [InlineData("public async Task<int> Count() { var load = Store.Load(); var now = load.[|Result|]; await load; return now; }")]
    public void Every_member_of_the_class_counts(string members) => Rule.Reports("TSKT4003", Hub(members));

    [Theory]
    [InlineData("return await Store.Load();")]
    [InlineData("var one = Store.Load(); var other = Store.Load(); await Task.WhenAll(one, other); return one.Result + other.Result;")]
    [InlineData("Task<int>[] all = [Store.Load()]; await Task.WhenAll(all); foreach (var one in all) { return one.Result; } return all[0].Result;")]
    [InlineData("List<Task<int>> all = [Store.Load()]; await Task.WhenAll(all); return all[0].Result;")]
    [InlineData("var first = await Task.WhenAny(Store.Load(), Store.Load()); return first.Result;")]
    [InlineData("var load = Store.Load(); if (load.IsCompletedSuccessfully) return load.Result; return await load;")]
    [InlineData("var load = Store.Load(); await load; return load.GetAwaiter().GetResult();")]
    [InlineData("return await Store.Load().ContinueWith(load => load.Result, TaskScheduler.Default);")]
    [InlineData("return await Task.Run(() => Store.Load().Result);")]
    [InlineData("await Task.Factory.StartNew(() => Thread.Sleep(5)); return 1;")]
    [InlineData("var thread = new Thread(() => Thread.Sleep(5)); await Task.Yield(); return 1;")]
    [InlineData("await Task.Yield(); return nameof(Task<int>.Result).Length + nameof(Task.Wait).Length;")]
    [InlineData("await Task.Yield(); return new Answer().Result + new Answer().Wait();")]
    public void What_does_not_block_a_handler_is_not_reported(string body) => Rule.Accepts(Hub(
        $"public async Task<int> Count() {{ {body} }}",
        "public sealed class Answer { public int Result => 1; public int Wait() => 1; }"));

    [Theory]
    [InlineData("public sealed class Store2 { public int Count() => Store.Load().Result; }")]
    [InlineData("public sealed class Fake : IHub { public Task<int> Count() => Task.FromResult(Store.Load().Result); }")]
    public void What_is_no_hub_class_may_block(string code) => Rule.Accepts(Contract + code);

    [Fact]
    public void The_message_says_where_and_what_to_do() => Assert.Equal(
        "\"Task.Wait\" blocks a thread in \"Hub.Count\", and each other message of the session waits for it; await the task",
        Assert.Single(new GeneratorFixture { Language = LanguageVersion.CSharp14 }
            .Run(Hub("public Task<int> Count() { Store.Save().Wait(); return Store.Load(); }")).Analyze()).GetMessage(null));

    private static string Hub(string members, string more = "") => $"{Contract}public sealed class Hub : SocketHub<IClient>, IHub {{ {members} }} {more}";
}
