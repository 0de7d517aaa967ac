namespace TypedSockets.Generators.Tests.Contracts;

/// <summary>Contracts of every allowed shape compile, without a report and without a warning.</summary>
public class ShapeTests
{
    [Theory]
    [InlineData("")]
    [InlineData("void M();")]
    [InlineData("void M(int a, string b, int[] c);")]
    [InlineData("[OneWay] Task M();")]
    [InlineData("[OneWay] ValueTask M(int a);")]
    [InlineData("[OneWay] ValueTask M(int a, CancellationToken cancel);")]
    [InlineData("Task M();")]
    [InlineData("ValueTask M();")]
    [InlineData("Task M(CancellationToken cancel = default);")]
    [InlineData("Task<int> M(int a = 3, CancellationToken cancel = default);")]
    [InlineData("ValueTask<int?> M(int? a);")]
    [InlineData("ValueTask<string?> M(string? a, string b);")]
    [InlineData("ValueTask<List<string?>?> M(Dictionary<string, int[]?>? a);")]
    [InlineData("ValueTask<(int A, string? B)> M((int X, (string Y, int Z) W) a);")]
    [InlineData("Task<KeyValuePair<string, DayOfWeek>> M(DayOfWeek? a);")]
    [InlineData("Task<byte[]> M(ReadOnlyMemory<byte> a, Memory<byte> b);")]
    [InlineData("Task<Guid> M(Uri a, DateOnly b, TimeOnly c, TimeSpan d, decimal e);")]
    [InlineData("[Concurrent] Task<int> M(int a);")]
    [InlineData("[Volatile] void M(int a);")]
    [InlineData("[OneWay, Volatile] Task M();")]
    [InlineData("[OneWay, Volatile, Concurrent] ValueTask M(int a, CancellationToken cancel);")]
    [InlineData("void M(params int[] a);")]
    [InlineData("ValueTask M(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12, int a13, int a14, int a15);")]
    [InlineData("ValueTask<int> M(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12, int a13, int a14, CancellationToken cancel);")]
    [InlineData("void M(); const int Max = 3; class Inner; enum Kind { One }")]
    [InlineData("public abstract void M();")]
    public void A_member_compiles_on_both_sides(string members) => ContractFixture.Run($$"""
        namespace Chat;

        [SocketHub<IChatClient>]
        public partial interface IChatHub { {{members}} }

        public interface IChatClient { {{members}} }
        """).IsClean();

    [Theory]
    [InlineData("public", "public", "public")]
    [InlineData("internal", "public", "public")]
    [InlineData("internal", "internal", "public")]
    [InlineData("internal", "internal", "internal")]
    public void Accessibilities_may_differ_where_CSharp_allows_it(string hub, string client, string payload) => ContractFixture.Run($$"""
        [SocketHub<IChatClient>]
        {{hub}} partial interface IChatHub { Task<Message> Say(Message message); }

        {{client}} interface IChatClient { void Said(Message message); }

        {{payload}} record Message(string Text);
        """).IsClean();

    // What decides no byte on the wire must not part an old client from a new server.
    [Theory]
    [InlineData("[Concurrent] void M(int a);")]
    [InlineData("[Volatile] void M(int a);")]
    [InlineData("[OneWay] ValueTask M(int a);")]
    [InlineData("[OneWay, Volatile] Task M(int a, CancellationToken cancel);")]
    public void How_an_emit_is_sent_and_handled_is_no_part_of_the_fingerprint(string member) =>
        Assert.Equal(Contract("void M(int a);"), Contract(member));

    [Fact]
    public void Inherited_members_belong_to_the_contract_and_a_diamond_counts_once()
    {
        var run = ContractFixture.Run("""
            namespace Chat;

            public interface IPing { void Ping(); }
            public interface ILeft : IPing { void Left(int a); }
            public interface IRight : IPing { void Right(int a); }

            [SocketHub<IChatClient>]
            public partial interface IChatHub : ILeft, IRight { void Always(string text); }

            public interface IChatClient : ILeft, IRight;
            """).IsClean();
        Assert.Contains(": base(AlwaysMethod, LeftMethod, PingMethod, RightMethod)", run["Chat.IChatHub.Side.g.cs"], StringComparison.Ordinal);
        Assert.Contains("new(\"IPing\", \"Ping\", 2,", run["Chat.IChatHub.Side.g.cs"], StringComparison.Ordinal);
        Assert.Contains(": base(LeftMethod, PingMethod, RightMethod)", run["Chat.IChatClient.Side.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Generic_base_interfaces_are_taken_as_they_are_constructed() => ContractFixture.Run("""
        namespace Chat;

        public interface IStore<TKey, TValue> where TValue : class?
        {
            /// <summary>Gets.</summary>
            ValueTask<TValue> Get(TKey key);
            void Put(TKey key, TValue value);
        }

        [SocketHub<IChatClient>]
        public partial interface IChatHub : IStore<int, string?>;

        public interface IChatClient : IStore<Guid, Message>;

        public record Message(string Text);
        """).IsClean();

    [Fact]
    public void A_hub_may_inherit_a_hub_with_a_derived_client() => ContractFixture.Run("""
        namespace Chat;

        [SocketHub<IBaseClient>("base")] public partial interface IBaseHub { void Ping(int n); }
        public interface IBaseClient { void Pong(int n); }

        [SocketHub<IChatClient>("chat")] public partial interface IChatHub : IBaseHub { void Say(string text); }
        public interface IChatClient : IBaseClient { void Said(string text); }

        [SocketHub<IBaseClient>("same")] public partial interface ISameHub : IBaseHub;

        public static class Use
        {
            public static void Both(HubClient<IBaseHub> first, HubClient<IChatHub> second)
            {
                first.Emit.Ping(1);
                second.Emit.Ping(1);
                first.On.Pong(n => { });
                second.On.Pong(n => { });
                second.On.Said(text => { });
            }
        }
        """).IsClean();

    [Fact]
    public void A_hub_may_be_its_own_client_and_still_has_recipients() => ContractFixture.Run("""
        [SocketHub<IPeer>]
        public partial interface IPeer { void Say(string text); }

        public static class Use
        {
            public static void All(Recipients<IPeer> all) => all.Say("hi");
        }
        """).IsClean();

    [Fact]
    public void A_client_that_is_another_hub_still_has_recipients() => ContractFixture.Run("""
        [SocketHub<IClient>("a")] public partial interface IHub { void Say(string text); }
        [SocketHub<IHub>("b")] public partial interface IClient { void Said(string text); }

        public static class Use
        {
            public static void All(Recipients<IClient> clients, Recipients<IHub> hubs)
            {
                clients.Said("hi");
                hubs.Say("hi");
            }
        }
        """).IsClean();

    [Fact]
    public void Hubs_may_share_a_client_and_payloads() => ContractFixture.Run("""
        [SocketHub<IClient>("a")] public partial interface IFirst { void Say(Message message); }
        [SocketHub<IClient>("b")] internal partial interface ISecond { void Say(Message message); }
        public interface IClient { void Said(Message message); }
        public record Message(string Text);
        """).IsClean();

    [Fact]
    public void A_contract_without_nullable_annotations_compiles() => ContractFixture.Run("""
        #nullable disable
        namespace Chat;

        [SocketHub<IChatClient>]
        public partial interface IChatHub
        {
            void Say(string text, string other = null);
            ValueTask<List<string>> Ask(Message message, string[] texts);
        }

        public interface IChatClient
        {
            void Said(Message message, string text = null);
        }

        public class Message { public string Text { get; set; } }
        """).IsClean();

    [Fact]
    public void Handlers_bind_to_the_overload_that_awaits_them() => ContractFixture.Run("""
        [SocketHub<IChatClient>]
        public partial interface IChatHub { void Say(string text); }

        public interface IChatClient
        {
            void Said(string text);
            ValueTask<bool> Confirm(string text, CancellationToken cancel);
            Task Wait();
        }

        public static class Use
        {
            public static void All(HubClient<IChatHub> hub, HubSocket<IChatHub, IChatClient> socket, Recipients<IChatClient> all, IChatClient implementation)
            {
                using var a = hub.On.Said(text => Console.WriteLine(text));
                using var b = hub.On.Said(async text => await Task.Yield());
                using var c = hub.On.Said(Console.WriteLine);
                using var d = hub.On.Confirm((text, cancel) => true);
                using var e = hub.On.Confirm(async (text, cancel) => { await Task.Delay(1, cancel); return true; });
                using var f = hub.On.Confirm((text, cancel) => Task.FromResult(true));
                using var g = hub.On.Wait(() => { });
                using var h = hub.On.Wait(async () => await Task.Yield());
                using var i = hub.On.All((name, arguments) => { });
                using var j = hub.On.Bind(implementation);
                using var k = socket.On.Say(text => all.Said(text));
            }
        }
        """).IsClean();

    private static string Contract(string member) => ContractFixture.Run($$"""
        [SocketHub<IChatClient>] public partial interface IChatHub { {{member}} }
        public interface IChatClient { {{member}} }
        """).IsClean()["IChatHub.Contract.g.cs"];
}
