using System.Net.Sockets;

namespace TypedSockets.Testing.Tests.Faults;

/// <summary>Where a proxy listens, and servers that cannot be reached.</summary>
public sealed class ReachTests
{
    [Fact]
    public async Task The_address_is_the_server_s_with_another_port()
    {
        await using var proxy = await FaultProxy.StartAsync(new Uri("ws://localhost:9/chat?room=1"));

        Assert.Equal($"ws://127.0.0.1:{proxy.Address.Port}/chat?room=1", proxy.Address.ToString());
        Assert.NotEqual(9, proxy.Address.Port);
    }

    [Fact]
    public async Task A_port_that_was_given_is_used()
    {
        var first = await FaultProxy.StartAsync(new Uri("http://127.0.0.1:9"));
        await first.DisposeAsync();

        await using var second = await FaultProxy.StartAsync(new Uri("http://127.0.0.1:9"), first.Address.Port);

        Assert.Equal(first.Address, second.Address);
    }

    [Theory]
    [InlineData("/ws", UriKind.Relative)]
    [InlineData("tcp://127.0.0.1/", UriKind.Absolute)]
    [InlineData("file:///server", UriKind.Absolute)]
    public async Task An_address_without_host_or_port_is_refused(string address, UriKind kind)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => FaultProxy.StartAsync(new Uri(address, kind)));

        Assert.StartsWith($"'{address}' does not say where the server is.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_is_closed_if_the_server_does_not_listen()
    {
        await using var route = await TcpRoute.StartAsync();
        route.StopServer();

        await AssertUnreachableAsync(route);
    }

    [Fact]
    public async Task A_new_client_is_closed_while_the_proxy_refuses()
    {
        await using var route = await TcpRoute.StartAsync();
        route.Proxy.Refuse();

        await AssertUnreachableAsync(route);

        Assert.Equal(0, route.Proxy.Accepted);
    }

    [Fact]
    public async Task Refusing_leaves_open_connections_alone()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();

        route.Proxy.Refuse();
        await client.SendAsync(1);

        Assert.Equal([1], await server.ReadAsync(1));
    }

    [Fact]
    public async Task Accepting_ends_refusing()
    {
        await using var route = await TcpRoute.StartAsync();
        route.Proxy.Refuse();
        await AssertUnreachableAsync(route);

        route.Proxy.Accept();

        await route.ConnectAsync();
        Assert.Equal(1, route.Proxy.Accepted);
    }

    [Fact]
    public async Task Mending_ends_refusing()
    {
        await using var route = await TcpRoute.StartAsync();
        route.Proxy.Refuse();
        await AssertUnreachableAsync(route);

        route.Proxy.Mend();

        await route.ConnectAsync();
    }

    // The reset may be seen while connecting or later.
    private static async Task AssertUnreachableAsync(TcpRoute route) =>
        await Assert.ThrowsAsync<SocketException>(async () => await (await route.DialAsync()).ReadAsync(1));
}
