using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Compliance;

/// <summary>A contract may be spread over assemblies.</summary>
public class ReferenceTests
{
    private const string Client = """
        namespace Shared;
        public interface IShopClient { void Told(Item item, decimal price = 1.5m, Kind kind = Kind.New); ValueTask<bool> Confirm(string question); }
        public sealed record Item(string Name);
        public enum Kind { Old, New }
        """;

    private const string Hub = """
        namespace Shop;
        [SocketHub<Shared.IShopClient>] public partial interface IShopHub { void Buy(Shared.Item item); }
        """;

    private const string User = """
        public static class User
        {
            public static void Use(HubClient<{hub}> hub, Recipients<Shared.IShopClient> all)
            {
                hub.On.Told((item, price, kind) => { });
                all.Told(new Shared.Item("x"));
            }
        }
        """;

    [Fact]
    public void The_client_interface_may_be_in_a_referenced_assembly()
    {
        var shared = new GeneratorFixture { Name = "Shared" }.Run(Client).CompilesCleanly();
        Project("Shop", shared).Run(Hub, Uses("Shop.IShopHub")).CompilesCleanly();
    }

    [Fact]
    public void A_hub_may_inherit_a_hub_of_a_referenced_assembly()
    {
        var shop = new GeneratorFixture { Name = "Shop" }.Run(Client, Hub).CompilesCleanly();
        var run = Project("Big", shop).Run(
            "[SocketHub<IBigClient>] public partial interface IBigHub : Shop.IShopHub { void Sell(Shared.Item item); } public interface IBigClient : Shared.IShopClient;",
            """
            public static class User { public static void Use(HubClient<IBigHub> hub) { hub.On.Told((item, price, kind) => { }); hub.Emit.Buy(new("x")); hub.Emit.Sell(new("x")); } }
            """).CompilesCleanly();
        Assert.Empty(run.Analyze());
    }

    [Fact]
    public void A_hub_may_share_the_client_of_a_hub_of_a_referenced_assembly()
    {
        var shop = new GeneratorFixture { Name = "Shop" }.Run(Client, Hub).CompilesCleanly();
        var run = Project("Big", shop).Run(
            "[SocketHub<Shared.IShopClient>] public partial interface IBigHub : Shop.IShopHub { void Sell(Shared.Item item); }", Uses("IBigHub")).CompilesCleanly();
        Assert.Empty(run.Analyze());
    }

    [Fact]
    public void Recipients_are_written_once_although_the_client_is_older_than_both_hubs()
    {
        var shared = new GeneratorFixture { Name = "Shared" }.Run(Client).CompilesCleanly();
        var shop = Project("Shop", shared).Run(Hub).CompilesCleanly();
        Project("Big", shared, shop).Run(
            "[SocketHub<Shared.IShopClient>] public partial interface IBigHub : Shop.IShopHub { void Sell(Shared.Item item); }", Uses("IBigHub")).CompilesCleanly();
    }

    [Fact]
    public void Friend_assemblies_generate_beside_each_other()
    {
        var shop = new GeneratorFixture { Name = "Shop" }.Run(
            "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Big\")]", Client, Hub).CompilesCleanly();
        Project("Big", shop).Run(
            "[SocketHub<Shared.IShopClient>] internal partial interface IBigHub : Shop.IShopHub { void Sell(Shared.Item item); }", Uses("IBigHub").Replace("void Use", "void Use()  { } internal static void Use")
                .Replace("public static class User", "internal static class User")).CompilesCleanly();
    }

    private static string Uses(string hub) => User.Replace("{hub}", hub);

    private static GeneratorFixture Project(string name, params GeneratorRun[] references) =>
        new() { Name = name, References = [.. references.Select(reference => reference.Library())] };
}
