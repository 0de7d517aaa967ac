namespace TypedSockets.Testing.Tests.Faults;

/// <summary>Connections that end in the middle of something.</summary>
public sealed class CutTests
{
    [Fact]
    public async Task A_cut_is_an_orderly_end_at_both_ends()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        await client.SendAsync(1);
        await server.ReadAsync(1);

        route.Proxy.CutAll();

        await client.AssertEndAsync(StreamEnd.Finished);
        await server.AssertEndAsync(StreamEnd.Finished);
    }

    [Fact]
    public async Task A_cut_is_an_orderly_end_even_while_its_sender_goes_on()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        var sending = client.SendAsync(new byte[TcpRoute.MoreThanBuffersHold]);
        await server.ReadAsync(1);

        route.Proxy.CutAll();
        var end = await server.ReadToEndAsync();
        await sending;

        Assert.Equal(StreamEnd.Finished, end.End);
        await client.AssertEndAsync(StreamEnd.Finished);
    }

    [Fact]
    public async Task A_reset_is_no_orderly_end()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();

        route.Proxy.ResetAll();

        await client.AssertEndAsync(StreamEnd.Reset);
        await server.AssertEndAsync(StreamEnd.Reset);
    }

    [Fact]
    public async Task All_connections_are_cut_and_new_ones_work()
    {
        await using var route = await TcpRoute.StartAsync();
        var (first, _) = await route.ConnectAsync();
        var (second, _) = await route.ConnectAsync();

        route.Proxy.CutAll();
        var (third, server) = await route.ConnectAsync();
        await third.SendAsync(1);

        Assert.Equal(StreamEnd.Finished, (await first.ReadToEndAsync()).End);
        Assert.Equal(StreamEnd.Finished, (await second.ReadToEndAsync()).End);
        Assert.Equal([1], await server.ReadAsync(1));
    }

    [Fact]
    public async Task A_connection_that_was_cut_does_not_count()
    {
        await using var route = await TcpRoute.StartAsync();
        await route.ConnectAsync();

        route.Proxy.CutAll();

        Assert.Equal((0, 1), (route.Proxy.Connections, route.Proxy.Accepted));
    }

    [Fact]
    public async Task A_stalled_connection_can_be_cut()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        route.Proxy.Stall(FaultDirection.ToServer);
        await client.SendAsync(1, 2, 3);

        route.Proxy.CutAll();

        await server.AssertEndAsync(StreamEnd.Finished);
    }
}
