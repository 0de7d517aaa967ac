using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Tests.Contracts;

/// <summary>Contracts whose parts stand in several assemblies.</summary>
public class ReferenceTests
{
    private const string Client = """
        namespace Lib;
        public interface IClient { void Said(Message message); }
        public record Message(string Text);
        public interface IStore { ValueTask<Message> Get(int id); }
        """;

    private const string Hub = """
        namespace Lib;
        [SocketHub<IClient>("lib")] public partial interface IHub { ValueTask<Message> Say(Message message); }
        """;

    private const string Own = """
        namespace App;
        [SocketHub<Lib.IClient>("app")] public partial interface IAppHub : Lib.IStore { ValueTask<Lib.Message> Say(Lib.Message message); }

        public static class Use
        {
            public static void All(HubClient<IAppHub> hub, Recipients<Lib.IClient> all)
            {
                hub.On.Said(message => { });
                all.Said(new Lib.Message("hi"));
            }
        }
        """;

    [Fact]
    public void A_client_of_a_plain_library_gets_everything_here()
    {
        var library = ContractFixture.Library(Client);
        var run = ContractFixture.Run(Own, library).IsClean();
        Assert.Contains("Lib.IClient.Recipients.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Recipients_that_a_reference_has_are_not_written_again()
    {
        var library = ContractFixture.Library(Client + Hub.Replace("namespace Lib;", "", StringComparison.Ordinal));
        var run = ContractFixture.Run(Own, library).IsClean();
        Assert.DoesNotContain("Lib.IClient.Recipients.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Recipients_that_a_third_assembly_has_are_not_written_again()
    {
        var client = ContractFixture.Library(Client);
        var hub = ContractFixture.Library(Hub, "Hubs", client);
        var run = ContractFixture.Run(Own, client, hub).IsClean();
        Assert.DoesNotContain("Lib.IClient.Recipients.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Recipients_that_cannot_be_seen_are_written_here()
    {
        var client = ContractFixture.Library(Client);
        var hub = ContractFixture.Library(Hub.Replace("public", "internal", StringComparison.Ordinal), "Hubs", client);
        ContractFixture.Run(Own, client, hub).IsClean();
    }

    [Fact]
    public void A_hub_of_a_library_can_be_inherited()
    {
        var library = ContractFixture.Library(Client + Hub.Replace("namespace Lib;", "", StringComparison.Ordinal));
        var run = ContractFixture.Run("""
            [SocketHub<IMyClient>("mine")] public partial interface IMyHub : Lib.IHub { void More(string text); }
            public interface IMyClient : Lib.IClient { void MoreSaid(string text); }
            """, library).IsClean();
        Assert.Contains(": base(MoreMethod, SayMethod)", run["IMyHub.Side.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_hub_of_a_library_can_be_used()
    {
        var library = ContractFixture.Library(Client + Hub.Replace("namespace Lib;", "", StringComparison.Ordinal));
        ContractFixture.Run("""
            public static class Use
            {
                public static async Task All(HubClient<Lib.IHub> hub, Recipients<Lib.IClient> all)
                {
                    hub.On.Said(message => { });
                    all.Said(await hub.Emit.Say(new Lib.Message("hi")));
                }
            }
            """, library).IsClean();
    }

    // In an editor a referenced project is no file but a compilation, whose symbols have locations in its sources.
    [Fact]
    public void Problems_in_another_project_are_reported_at_the_hub()
    {
        var library = ContractFixture.Compile("""
            namespace Lib;
            public interface IStore { string Name { get; } ValueTask<object> Get(int id); }
            """).WithAssemblyName("Library").ToMetadataReference();
        var run = ContractFixture.Run("""
            [SocketHub<IClient>] public partial interface IMyHub : Lib.IStore;
            public interface IClient;
            """, library);
        Assert.Equal(["TSKT1010", "TSKT2001"], run.Reports.Select(report => report.Id).Order());
        Assert.All(run.Reports, report => Assert.Equal("Contract.cs", report.Location.SourceTree!.FilePath));
    }
}
