namespace TypedSockets.Testing.Tests.Faults;

/// <summary>A proxy without faults is not noticed.</summary>
public sealed class ForwardingTests
{
    [Fact]
    public async Task Bytes_pass_in_both_directions()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();

        await client.SendAsync(1, 2, 3);
        await server.SendAsync(4, 5);

        Assert.Equal([1, 2, 3], await server.ReadAsync(3));
        Assert.Equal([4, 5], await client.ReadAsync(2));
    }

    [Fact]
    public async Task Many_bytes_arrive_in_order_while_as_many_go_the_other_way()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        var bytes = TcpRoute.Pattern(4 * 1024 * 1024);

        var sending = Task.WhenAll(client.SendAsync(bytes), server.SendAsync(bytes));
        var received = await Task.WhenAll(client.ReadAsync(bytes.Length), server.ReadAsync(bytes.Length));

        await sending;
        Assert.All(received, half => Assert.True(bytes.AsSpan().SequenceEqual(half)));
    }

    [Fact]
    public async Task A_client_that_has_finished_is_still_answered()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        await client.SendAsync(1);
        client.Finish();

        await server.AssertEndAsync(StreamEnd.Finished, 1);
        await server.SendAsync(2);
        server.Finish();

        await client.AssertEndAsync(StreamEnd.Finished, 2);
    }

    [Fact]
    public async Task A_client_that_was_reset_is_reset_at_the_server()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();

        client.Reset();

        Assert.Equal(StreamEnd.Reset, (await server.ReadToEndAsync()).End);
    }

    [Fact]
    public async Task A_server_that_writes_to_a_client_that_has_closed_is_reset()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        client.Dispose();
        Assert.Equal(StreamEnd.Finished, (await server.ReadToEndAsync()).End);

        await server.SendUntilCutAsync(new byte[TcpRoute.MoreThanBuffersHold]);

        Assert.Equal(0, route.Proxy.Connections);
    }

    [Fact]
    public async Task Forwarded_bytes_are_counted_by_direction()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();

        await client.SendAsync(1, 2, 3);
        await server.ReadAsync(3);
        await server.SendAsync(4, 5);
        await client.ReadAsync(2);

        Assert.Equal(3, route.Proxy.BytesForwarded(FaultDirection.ToServer));
        Assert.Equal(2, route.Proxy.BytesForwarded(FaultDirection.ToClient));
    }

    [Fact]
    public async Task Connections_are_counted()
    {
        await using var route = await TcpRoute.StartAsync();
        await route.ConnectAsync();
        await route.ConnectAsync();

        Assert.Equal((2, 2), (route.Proxy.Connections, route.Proxy.Accepted));
    }
}
