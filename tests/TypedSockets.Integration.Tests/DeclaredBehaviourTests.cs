using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Integration.Tests;

/// <summary>What attributes on contract members declare, over real sockets.</summary>
public sealed class DeclaredBehaviourTests
{
    [Fact]
    public async Task A_declared_error_reaches_the_caller_with_its_data()
    {
        await using var server = await StartAsync();
        await using var socket = server.CreateClient();
        var shop = socket.Hub<IShopHub>();
        await socket.ConnectAsync();

        var error = await Assert.ThrowsAsync<SocketRemoteException<OutOfStock>>(async () => await shop.Emit.Buy("tea", 5));
        Assert.Equal(new OutOfStock("tea", 3), error.Error);
        Assert.Equal("IShopHub.Buy", error.Method);
        Assert.Equal((SocketErrorCode)100, error.Code);
        Assert.Equal("'IShopHub.Buy' failed with a 'OutOfStock'; see Error.", error.Message);

        var refused = await Assert.ThrowsAsync<SocketRemoteException<Refused>>(async () => await shop.Emit.Buy("tea", 0));
        Assert.Equal(new Refused("nothing"), refused.Error);
        Assert.Equal((SocketErrorCode)101, refused.Code);
        Assert.Equal(2, await shop.Emit.Buy("tea", 2));
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("Buy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_that_is_not_declared_fails_the_call_without_its_data_and_is_logged()
    {
        await using var server = await StartAsync();
        await using var socket = server.CreateClient();
        var shop = socket.Hub<IShopHub>();
        await socket.ConnectAsync();

        var error = await Assert.ThrowsAsync<SocketRemoteException>(async () => await shop.Emit.Buy("tea", -1));
        Assert.Equal(SocketErrorCode.HandlerFailed, error.Code);
        Assert.Contains(server.Log.Lines, line => line.Contains("IShopHub.Buy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_declared_error_that_is_too_large_to_send_fails_as_too_large()
    {
        await using var server = await StartAsync();
        await using var socket = server.CreateClient();
        var shop = socket.Hub<IShopHub>();
        await socket.ConnectAsync();

        var error = await Assert.ThrowsAsync<SocketRemoteException>(async () => await shop.Emit.Buy("tea", 2_000_000));
        Assert.Equal(SocketErrorCode.TooLarge, error.Code);
        Assert.Equal(1, await shop.Emit.Buy("tea", 1));
    }

    [Fact]
    public async Task A_client_can_fail_the_servers_call_with_a_declared_error()
    {
        await using var server = await StartAsync();
        await using var socket = server.CreateClient();
        var shop = socket.Hub<IShopHub>();
        shop.On.Count(item => item == "tea" ? new ValueTask<int>(7) : throw new SocketRemoteException<OutOfStock>(new OutOfStock(item, 1)));
        await socket.ConnectAsync();

        Assert.Equal("7", await shop.Emit.AskClient("tea"));
        Assert.Equal("milk 1", await shop.Emit.AskClient("milk"));
    }

    [Fact]
    public async Task The_contracts_timeout_comes_before_the_clients()
    {
        var time = new FakeTimeProvider();
        await using var server = await StartAsync();
        await using var socket = server.CreateClient(options => options.TimeProvider = time);
        var shop = socket.Hub<IShopHub>();
        await socket.ConnectAsync();
        var call = shop.Emit.Wait().AsTask();
        await server.Probe.Blocked.Task.WaitAsync(Limit.Long);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<SocketTimeoutException>(() => call.WaitAsync(Limit.Long));
        Assert.Equal("cancelled", await server.Probe.NextHappened());
        server.Probe.Unblock.TrySetResult();
    }

    [Fact]
    public async Task The_callers_own_timeout_comes_before_the_contracts()
    {
        var time = new FakeTimeProvider();
        await using var server = await StartAsync();
        await using var socket = server.CreateClient(options => options.TimeProvider = time);
        var shop = socket.Hub<IShopHub>();
        await socket.ConnectAsync();
        var call = shop.With(new EmitOptions { Timeout = TimeSpan.FromSeconds(20) }).Wait().AsTask();
        await server.Probe.Blocked.Task.WaitAsync(Limit.Long);
        time.Advance(TimeSpan.FromSeconds(10));
        server.Probe.Unblock.TrySetResult();

        Assert.Equal("done", await call.WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task A_member_with_another_name_on_the_wire_is_called_by_its_own()
    {
        await using var server = await StartAsync();
        await using var socket = server.CreateClient();
        var shop = socket.Hub<IShopHub>();
        await socket.ConnectAsync();
        Assert.Equal("renamed", await shop.Emit.Renamed());
    }

    [Fact]
    public async Task Of_what_has_not_been_sent_only_the_latest_of_each_key_is_kept()
    {
        await using var server = await StartAsync();
        await using var socket = server.CreateClient();
        var dropped = new List<DroppedEmits>();
        socket.Dropped += dropped.Add;
        var shop = socket.Hub<IShopHub>();
        shop.Emit.Price("tea", 1);
        await shop.Emit.Total(1);
        shop.Emit.Price("milk", 2);
        shop.Emit.Price("tea", 3);
        await shop.Emit.Total(4);
        await socket.ConnectAsync();
        await shop.Emit.Renamed();

        Assert.Equal("milk 2", await server.Probe.NextHappened());
        Assert.Equal("tea 3", await server.Probe.NextHappened());
        Assert.Equal("total 4", await server.Probe.NextHappened());
        Assert.Equal(
            [new DroppedEmits("IShopHub.Price", 1, DropReason.Coalesced), new DroppedEmits("IShopHub.Total", 1, DropReason.Coalesced)], dropped);
    }

    [Fact]
    public async Task The_senders_own_key_comes_before_the_contracts()
    {
        await using var server = await StartAsync();
        await using var socket = server.CreateClient();
        var shop = socket.Hub<IShopHub>();
        var keyed = shop.With(new EmitOptions { CoalesceKey = "any" });
        keyed.Price("tea", 1);
        shop.Emit.Price("milk", 2);
        keyed.Price("milk", 3);
        await socket.ConnectAsync();
        await shop.Emit.Renamed();

        Assert.Equal("milk 2", await server.Probe.NextHappened());
        Assert.Equal("milk 3", await server.Probe.NextHappened());
    }

    private static Task<TestServer> StartAsync() =>
        TestServer.StartAsync(builder => builder.Services.AddTypedSockets().AddHub<IShopHub, ShopHub>());
}
