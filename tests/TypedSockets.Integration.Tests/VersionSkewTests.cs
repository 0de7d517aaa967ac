using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;
using V1 = TypedSockets.Integration.Tests.Kit.Versions.V1;
using V2 = TypedSockets.Integration.Tests.Kit.Versions.V2;

namespace TypedSockets.Integration.Tests;

/// <summary>Two versions of one contract, each as the client of the other, over real sockets.</summary>
public sealed class VersionSkewTests
{
    [Fact]
    public async Task An_old_client_uses_what_a_new_server_still_understands()
    {
        await using var server = await NewServerAsync();
        var (socket, hub) = await server.ConnectAsync<V1.ILibraryHub>();
        await using var _ = socket;

        Assert.Equal(new V1.Book("Emma", 100), await hub.Emit.Find("Emma"));
        Assert.Equal("Emma lent for 14", await hub.Emit.Lend("Emma"));
        Assert.Equal("Emma given back", await hub.Emit.Return("Emma"));
        Assert.Equal([new("book 1", 1), new("book 2", 2)], await hub.Emit.List(2).ToListAsync().AsTask().WaitAsync(Limit.Long));
        hub.Emit.Wish("Persuasion");
        Assert.Equal("wish Persuasion 1", await server.Probe.NextHappened());
    }

    [Fact]
    public async Task A_new_client_uses_what_an_old_server_understands()
    {
        await using var server = await OldServerAsync();
        var (socket, hub) = await server.ConnectAsync<V2.ILibraryHub>();
        await using var _ = socket;

        Assert.Equal(new V2.Book("Emma", 100, "unknown"), await hub.Emit.Find("Emma"));
        Assert.Equal("Emma lent", await hub.Emit.Lend("Emma", 28));
        Assert.Equal("Emma returned", await hub.Emit.GiveBack("Emma"));
        Assert.Equal([new("book 1", 1), new("book 2", 2)], await hub.Emit.List(2).ToListAsync().AsTask().WaitAsync(Limit.Long));
        hub.Emit.Wish("Persuasion", 5);
        Assert.Equal("wish Persuasion", await server.Probe.NextHappened());
    }

    [Fact]
    public async Task What_an_old_client_has_and_a_new_server_has_not_is_refused_for_that_member_alone()
    {
        await using var server = await NewServerAsync();
        var (socket, hub) = await server.ConnectAsync<V1.ILibraryHub>();
        await using var _ = socket;

        var gone = await Assert.ThrowsAsync<ContractMismatchException>(async () => await hub.Emit.Sell("Emma"));
        Assert.Contains("'ILibraryHub.Sell' was not sent", gone.Message, StringComparison.Ordinal);
        Assert.Contains("the server does not have it", gone.Message, StringComparison.Ordinal);
        var changed = await Assert.ThrowsAsync<ContractMismatchException>(async () => await hub.Emit.Shelf(3));
        Assert.Contains("parameter 1 is sent as 'number', 'letter' is expected", changed.Message, StringComparison.Ordinal);
        Assert.Throws<ContractMismatchException>(() => hub.Emit.Shout(3));
        Assert.Throws<ContractMismatchException>(() => hub.Emit.Hover(3));
        Assert.Equal("Emma given back", await hub.Emit.Return("Emma"));
    }

    [Fact]
    public async Task What_a_new_client_has_and_an_old_server_has_not_is_refused_for_that_member_alone()
    {
        await using var server = await OldServerAsync();
        var (socket, hub) = await server.ConnectAsync<V2.ILibraryHub>();
        await using var _ = socket;

        await Assert.ThrowsAsync<ContractMismatchException>(async () => await hub.Emit.Added(1));
        await Assert.ThrowsAsync<ContractMismatchException>(async () => await hub.Emit.Shelf("A"));
        Assert.Throws<ContractMismatchException>(() => hub.Emit.Shout("boo"));
        Assert.Equal("Emma returned", await hub.Emit.GiveBack("Emma"));
    }

    [Fact]
    public async Task A_new_server_reaches_an_old_client_where_they_agree()
    {
        await using var server = await NewServerAsync();
        await using var socket = server.CreateClient();
        var hub = socket.Hub<V1.ILibraryHub>();
        List<V1.Book> arrived = [];
        var noises = 0;
        hub.On.Arrived(arrived.Add);
        hub.On.Noise(_ => noises++);
        hub.On.Confirm(question => new ValueTask<bool>(question == "sure?"));
        hub.On.Greet(name => new ValueTask<string>($"hello {name}"));
        hub.On.Count(most => new ValueTask<int>(most));
        await socket.ConnectAsync();

        Assert.Equal("True hello Ada UnknownMethod", await hub.Emit.AskEverything().AsTask().WaitAsync(Limit.Long));
        Assert.Equal([new V1.Book("Emma", 400)], arrived);
        Assert.Equal(0, noises);
    }

    [Fact]
    public async Task An_old_server_reaches_a_new_client_where_they_agree()
    {
        await using var server = await OldServerAsync();
        await using var socket = server.CreateClient();
        var hub = socket.Hub<V2.ILibraryHub>();
        List<V2.Book> arrived = [];
        var noises = 0;
        hub.On.Arrived(arrived.Add);
        hub.On.Noise(_ => noises++);
        hub.On.Confirm((_, twice) => new ValueTask<bool>(!twice));
        hub.On.Welcome(name => new ValueTask<string>($"hello {name}"));
        hub.On.Count(what => new ValueTask<string>(what));
        await socket.ConnectAsync();

        Assert.Equal("True hello Ada UnknownMethod", await hub.Emit.AskEverything().AsTask().WaitAsync(Limit.Long));
        Assert.Equal([new V2.Book("Emma", 400, "unknown")], arrived);
        Assert.Equal(0, noises);
    }

    [Fact]
    public async Task A_client_says_which_members_do_not_work_and_why()
    {
        await using var server = await NewServerAsync();
        await using var socket = server.CreateClient();
        socket.Hub<V1.ILibraryHub>();
        IReadOnlyList<ContractDifference> differences = [];
        socket.ContractDiffers += found => differences = found;
        await socket.ConnectAsync();

        Assert.All(differences, difference => Assert.Equal("library", difference.Hub));
        Assert.Equal(
            [
                "Announced: this client does not have it",
                "ILibraryClient.Count: parameter 1 is sent as 'what', 'most' is expected",
                "ILibraryClient.Noise: parameter 1 is sent as 'text', 'loudness' is expected",
                "ILibraryHub.Hover: it is sent as emit, and handled as call",
                "ILibraryHub.Sell: the server does not have it",
                "ILibraryHub.Shelf: parameter 1 is sent as 'number', 'letter' is expected",
                "ILibraryHub.Shout: parameter 1 is sent as 'loudness', 'text' is expected",
            ],
            differences.Select(difference => $"{difference.Member}: {difference.Reason}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_queued_before_the_server_was_known_is_dropped_or_fails_if_it_turns_out_not_to_fit_and_the_rest_goes()
    {
        await using var server = await NewServerAsync();
        await using var socket = server.CreateClient();
        var hub = socket.Hub<V1.ILibraryHub>();
        List<DroppedEmits> dropped = [];
        socket.Dropped += dropped.Add;
        hub.Emit.Shout(1);
        hub.Emit.Wish("Emma");
        var shelf = hub.Emit.Shelf(1).AsTask();
        var found = hub.Emit.Find("Emma").AsTask();
        await socket.ConnectAsync();

        await Assert.ThrowsAsync<ContractMismatchException>(() => shelf.WaitAsync(Limit.Long));
        Assert.Equal(new V1.Book("Emma", 100), await found.WaitAsync(Limit.Long));
        Assert.Equal("wish Emma 1", await server.Probe.NextHappened());
        Assert.Equal([new DroppedEmits("ILibraryHub.Shout", 1, DropReason.ContractMismatch)], dropped);
    }

    [Fact]
    public async Task A_hub_that_is_opened_later_is_compared_too()
    {
        await using var server = await NewServerAsync();
        await using var socket = server.CreateClient();
        await socket.ConnectAsync();
        var hub = socket.Hub<V1.ILibraryHub>();

        Assert.Equal("Emma given back", await hub.Emit.Return("Emma").AsTask().WaitAsync(Limit.Long));
        await Assert.ThrowsAsync<ContractMismatchException>(async () => await hub.Emit.Sell("Emma"));
    }

    [Fact]
    public async Task A_client_of_the_same_version_is_told_nothing()
    {
        await using var server = await NewServerAsync();
        await using var socket = server.CreateClient();
        var hub = socket.Hub<V2.ILibraryHub>();
        socket.ContractDiffers += _ => Assert.Fail("the contract is the same");
        await socket.ConnectAsync();
        Assert.Equal(2, await hub.Emit.Added(1));
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("version", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_reads_too_little_to_be_told_the_contract_is_refused()
    {
        await using var server = await NewServerAsync();
        using var raw = await RawClient.ConnectAsync(server);
        var hello = RawClient.Hello(Contracts.Of<V1.ILibraryHub>());
        hello.MaxFrameBytes = ProtocolLimits.WelcomeBytes;
        await raw.SendAsync(RawClient.Frame(MessageKind.Hello, 0, [], hello.ToBytes()));
        Assert.Equal(SocketCloseCode.Contract, await raw.CloseCodeAsync());
    }

    private static Task<TestServer> OldServerAsync() =>
        TestServer.StartAsync(builder => builder.Services.AddTypedSockets().AddHub<V1.ILibraryHub, V1.LibraryHub>());

    private static Task<TestServer> NewServerAsync() =>
        TestServer.StartAsync(builder => builder.Services.AddTypedSockets().AddHub<V2.ILibraryHub, V2.LibraryHub>());
}
