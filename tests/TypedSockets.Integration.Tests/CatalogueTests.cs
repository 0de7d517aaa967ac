using Microsoft.AspNetCore.Builder;
using TypedSockets.Codecs;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Integration.Tests.Kit.Catalogue;

namespace TypedSockets.Integration.Tests;

/// <summary>Everything that a contract can say, over a real socket, in both directions.</summary>
public sealed class CatalogueTests
{
    private readonly TaskCompletionSource<HubSocket<ICatalogue, ICatalogue>> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Everything_a_client_sends_comes_back_from_the_server()
    {
        await using var server = await StartAsync();
        var (socket, hub) = await server.ConnectAsync<ICatalogue>();
        await using var owned = socket;
        await CheckAsync(hub.Emit);
    }

    [Fact]
    public async Task Everything_a_server_sends_comes_back_from_the_client()
    {
        await using var server = await StartAsync();
        await using var socket = server.CreateClient();
        socket.Hub<ICatalogue>().On.Bind(new Catalogue());
        await socket.ConnectAsync();
        await CheckAsync((await _connected.Task.WaitAsync(Limit.Long)).Emit);
    }

    private Task<TestServer> StartAsync() => TestServer.StartAsync(map: app => app.MapTypedSockets("/ws", sockets => sockets.OnConnection<ICatalogue, ICatalogue>(socket =>
    {
        socket.On.Bind(new Catalogue());
        _connected.TrySetResult(socket);
    })));

    private static async Task CheckAsync(ICatalogue other)
    {
        await new CatalogueTour(other, Assert.Equal).VisitAsync();
        await CheckRefusalsAsync(other);
        await CheckBehaviourAsync(other);
        await CheckStreamsAsync(other);
    }

    private static async Task CheckRefusalsAsync(ICatalogue other)
    {
        Assert.Equal(0, (await other.Keyed(new Keyed { Ignored = 5 })).Ignored);
        Assert.Equal(0, (await other.Json(new JsonModel { Ignored = 5 })).Ignored);
        await Assert.ThrowsAsync<PayloadException>(async () => await other.Shape(new Triangle()));
        await Assert.ThrowsAsync<PayloadException>(async () => await other.Text(null!));
    }

    private static async Task CheckBehaviourAsync(ICatalogue other)
    {
        Assert.Equal(1, await other.Buy("tea"));
        Assert.Equal(3, await other.Buy("tea", 3));
        Assert.Equal(new OutOfStock("tea", 5), (await Assert.ThrowsAsync<SocketRemoteException<OutOfStock>>(async () => await other.Buy("tea", 9))).Error);
        Assert.Equal(new Refused("never"), (await Assert.ThrowsAsync<SocketRemoteException<Refused>>(async () => await other.Buy("tea", -1, "never"))).Error);
        using var cancel = new CancellationTokenSource();
        var waiting = other.Wait(cancel.Token);
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await other.Work();
        Assert.Equal("new name", await other.NewName());
#pragma warning disable CS0618
        Assert.Equal("old", await other.OldText("old"));
#pragma warning restore CS0618
        other.Note("noted");
        await other.Tell("told", CatalogueTour.Tea);
        other.Hover(1, 2);
        other.Amount("tea", 1);
        var notes = await other.Noted("and", "more");
        Assert.Equal(["noted", "told tea", "tea 1", "and", "more"], notes.Where(note => note != "waiting"));
    }

    private static async Task CheckStreamsAsync(ICatalogue other)
    {
        Assert.Equal(["0", "1", "2"], await other.Read(3).Select(article => article.Name).ToListAsync());
        Assert.Equal(4 + 30, await other.Upload("name", AsyncEnumerable.Range(0, 10).Select(_ => new byte[3])));
        Assert.Equal(["<0>", "<1>"], await other.Match(AsyncEnumerable.Range(0, 2)).ToListAsync());
    }

    private sealed record Triangle : IShape;
}
