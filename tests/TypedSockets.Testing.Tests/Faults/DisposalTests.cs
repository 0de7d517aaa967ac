using System.Net.Sockets;

namespace TypedSockets.Testing.Tests.Faults;

/// <summary>Nothing of a proxy is left behind.</summary>
public sealed class DisposalTests
{
    private static readonly byte[] Bytes = new byte[TcpRoute.MoreThanBuffersHold];

    [Fact]
    public async Task Disposing_while_bytes_are_under_way_resets_all_connections()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        var sendings = new[] { client.SendAsync(Bytes), server.SendAsync(Bytes) };
        await server.ReadAsync(1);

        await route.Proxy.DisposeAsync();

        Assert.Equal(0, route.Proxy.Connections);
        await Assert.ThrowsAsync<SocketException>(() => sendings[0]);
        await Assert.ThrowsAsync<SocketException>(() => sendings[1]);
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_what_is_held_back()
    {
        await using var route = await TcpRoute.StartAsync(new GatedTime());
        var (client, server) = await route.ConnectAsync();
        route.Proxy.Stall(FaultDirection.ToServer);
        route.Proxy.Delay(FaultDirection.ToClient, TimeSpan.FromHours(1));
        var sending = Task.WhenAll(client.SendUntilCutAsync(Bytes), server.SendUntilCutAsync(Bytes));

        await route.Proxy.DisposeAsync();
        await sending;

        Assert.Equal(0, route.Proxy.Connections);
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_the_ends_of_connections_that_were_cut_or_are_silent()
    {
        await using var route = await TcpRoute.StartAsync();
        await route.ConnectAsync();
        route.Proxy.CutAll();
        await route.ConnectAsync();
        route.Proxy.HalfOpen();

        await route.Proxy.DisposeAsync();

        Assert.Equal(0, route.Proxy.Connections);
    }

    [Fact]
    public async Task A_disposed_proxy_does_not_listen()
    {
        await using var route = await TcpRoute.StartAsync();

        await route.Proxy.DisposeAsync();

        await Assert.ThrowsAsync<SocketException>(route.DialAsync);
    }

    [Fact]
    public async Task A_disposed_proxy_can_be_disposed_and_used_without_effect()
    {
        await using var route = await TcpRoute.StartAsync();
        await route.Proxy.DisposeAsync();

        UseEverything(route.Proxy);
        await route.Proxy.DisposeAsync();

        Assert.Equal(0, route.Proxy.Connections);
    }

    [Fact]
    public async Task A_connection_is_let_go_when_both_ends_have_closed()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();

        client.Dispose();
        server.Dispose();

        await AssertLetGoAsync(route.Proxy);
    }

    [Fact]
    public async Task A_half_open_connection_is_let_go_when_both_ends_have_closed()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        route.Proxy.HalfOpen();

        client.Dispose();
        server.Reset();

        await AssertLetGoAsync(route.Proxy);
    }

    [Fact]
    public async Task Faults_from_several_threads_at_once_leave_nothing_behind()
    {
        await using var route = await TcpRoute.StartAsync();
        for (var round = 0; round < 20; round++)
        {
            var (client, server) = await route.ConnectAsync();
            var traffic = Task.WhenAll(
                client.SendUntilCutAsync(Bytes), server.SendUntilCutAsync(Bytes), client.ReadToEndAsync(), server.ReadToEndAsync());
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => UseEverything(route.Proxy))));

            route.Proxy.ResetAll();
            await traffic;
        }

        await AssertLetGoAsync(route.Proxy);
    }

    private static void UseEverything(FaultProxy proxy)
    {
        foreach (var direction in Enum.GetValues<FaultDirection>())
        {
            proxy.Stall(direction);
            proxy.Delay(direction, TimeSpan.FromMilliseconds(1));
            proxy.Throttle(direction, 1_000_000);
            proxy.ByteByByte(direction);
            proxy.Mend();
            proxy.CutAfter(direction, 1000, CutKind.Close);
            proxy.Blackhole(direction);
        }

        proxy.Refuse();
        proxy.Accept();
        proxy.HalfOpen();
        proxy.CutAll();
        proxy.ResetAll();
        proxy.Mend();
    }

    private static async Task AssertLetGoAsync(FaultProxy proxy)
    {
        await Task.Run(async () =>
        {
            while (proxy.Connections > 0)
            {
                await Task.Yield();
            }
        }).WaitAsync(TcpEnd.Limit);
    }
}
