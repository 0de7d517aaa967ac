using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Snapshots;

public class ContractSnapshotTests
{
    [Fact]
    public void The_chat_sample() => Snapshot.Verify(new GeneratorFixture().Run(Repository.Sources("samples/Chat.Contracts")).CompilesCleanly());

    [Fact]
    public void Every_kind_of_member() => Verify("""
        namespace Shop;

        /// <summary>All that a member can be.</summary>
        [SocketHub<IShopClient>("shop")]
        public partial interface IShopHub
        {
            /// <summary>Emits.</summary>
            void Note(string text);

            [OneWay] Task TellTask(int number, CancellationToken cancel = default);

            [OneWay] ValueTask TellValueTask(int number);

            Task DoTask(string[] names);

            [Concurrent] ValueTask DoValueTask(CancellationToken cancel);

            [Volatile] void Move(int x, int y);

            [OneWay, Volatile, Concurrent] ValueTask MoveMany(int[] at);

            /// <summary>Asks, and takes a <see cref="Color"/>.</summary>
            /// <param name="color">The color.</param>
            Task<string> AskTask(Color color = Color.Green, decimal price = 1.5m, double part = 0.5, char sign = '\n', string? text = "a \"b\"", long? big = 5);

            ValueTask<(string? Name, int Count)> AskValueTask((int X, int Y) at, CancellationToken cancel = default);

            [Obsolete("Use Note.")] void OldNote(string text);

            void Many(params string[] names);

            ValueTask<bool> @class(string @event, int @int = 0);
        }

        public interface IShopClient;

        public enum Color { Red, Green }
        """);

    [Fact]
    public void A_hub_that_streams() => Verify("""
        namespace Shop;

        [SocketHub<IMeterClient>("meter")]
        public partial interface IMeterHub
        {
            /// <summary>Streams.</summary>
            IAsyncEnumerable<Sample> Read(string meter, DateTime since, CancellationToken cancel = default);

            [Throws<Sample>] IAsyncEnumerable<string?> Names();

            ValueTask<int> Upload(string meter, IAsyncEnumerable<Sample> samples, CancellationToken cancel = default);

            Task Feed(IAsyncEnumerable<int> left, IAsyncEnumerable<List<int>> right);

            IAsyncEnumerable<long> Sum(IAsyncEnumerable<int> ToString, int @event);
        }

        public interface IMeterClient
        {
            IAsyncEnumerable<Sample> Recent(int count);
        }

        public readonly record struct Sample(DateTime At, double Value);
        """);

    [Fact]
    public void An_inherited_hub() => Verify("""
        namespace Shop;

        [SocketHub<IBaseClient>] public partial interface IBaseHub { void Ping(); }
        public interface IBaseClient { void Pong(); }

        [SocketHub<IShopClient>("shop")] public partial interface IShopHub : IBaseHub { ValueTask<int> Count(string what); }
        public interface IShopClient : IBaseClient { Task<bool> Confirm(string question); }
        """);

    [Fact]
    public void A_nested_hub() => Verify("""
        namespace Shop;

        public static partial class Contracts
        {
            [SocketHub<IClient>("shop")] public partial interface IHub { void Ping(); }
            public interface IClient { void Pong(); }
        }
        """);

    [Fact]
    public void A_hub_in_the_global_namespace() => Verify("""
        [SocketHub<IClient>("shop")] public partial interface IHub { void Ping(); }
        public interface IClient { void Pong(); }
        """);

    [Fact]
    public void An_internal_hub() => Verify("""
        namespace Shop;

        [SocketHub<IShopClient>("shop")] internal partial interface IShopHub { void Ping(Item item); }
        internal interface IShopClient { void Pong(Item item); }
        internal sealed record Item(string Name);
        """);

    [Fact]
    public void Two_hubs_that_share_a_client() => Verify("""
        namespace Shop;

        [SocketHub<IClient>] public partial interface IBuyHub { void Buy(string what); }
        [SocketHub<IClient>] public partial interface ISellHub { void Sell(string what); }
        public interface IClient { void Done(string what); }
        """);

    [Fact]
    public void A_hub_that_is_its_own_client() => Verify("""
        namespace Shop;

        [SocketHub<IPeer>] public partial interface IPeer { void Say(string text); }
        """);

    [Fact]
    public void A_hub_that_coalesces() => Verify("""
        namespace Shop;

        [SocketHub<IMapClient>("map")]
        public partial interface IMapHub
        {
            [Coalesce] void Zoom(double factor);
            [Coalesce(nameof(name))] void Name(string name);
            [Coalesce(nameof(@event))] void Mark(char @event);
            [Coalesce(nameof(id)), OneWay] Task Touch(Guid id, CancellationToken cancel = default);
            [Coalesce(nameof(Position.Vehicle)), OneWay] ValueTask Move(Position position);
        }

        public interface IMapClient
        {
            [Coalesce(nameof(Sighting.@class))] void Seen(Sighting sighting);
            [Coalesce(nameof(Sighting.Id))] void Lost(Sighting sighting, string why);
        }

        public record Position(long Vehicle, double Latitude, double Longitude);
        public struct Sighting { public Kind @class; public string Id { get; set; } }
        public enum Kind { Near, Far }
        """);

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        Snapshot.Verify(new GeneratorFixture().Run(source).CompilesCleanly(), method: method);
}
