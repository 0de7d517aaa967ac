namespace TypedSockets.Testing.Tests.Faults;

/// <summary>Connections whose bytes are lost, and whose ends are not told.</summary>
public sealed class LossTests
{
    // Far more than fits into all buffers: it is sent only if somebody takes it.
    private static readonly byte[] Lost = new byte[TcpRoute.MoreThanBuffersHold];

    [Fact]
    public async Task A_blackhole_takes_the_bytes_and_delivers_none()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();

        route.Proxy.Blackhole(FaultDirection.ToServer);
        await client.SendAsync(Lost);
        route.Proxy.CutAll();

        await server.AssertEndAsync(StreamEnd.Finished);
        Assert.Equal(0, route.Proxy.BytesForwarded(FaultDirection.ToServer));
    }

    [Fact]
    public async Task A_blackhole_leaves_the_other_direction_alone()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();

        route.Proxy.Blackhole(FaultDirection.ToServer);
        await server.SendAsync(1, 2, 3);

        Assert.Equal([1, 2, 3], await client.ReadAsync(3));
    }

    [Fact]
    public async Task A_blackhole_does_not_tell_that_its_sender_has_gone()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        var reading = server.ReadToEndAsync();

        route.Proxy.Blackhole(FaultDirection.ToServer);
        client.Dispose();
        await server.SendAsync(Lost);

        Assert.False(reading.IsCompleted);
        Assert.Equal(1, route.Proxy.Connections);
    }

    [Fact]
    public async Task A_blackhole_does_not_tell_that_its_sender_was_reset()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        var reading = server.ReadToEndAsync();

        route.Proxy.Blackhole(FaultDirection.ToServer);
        client.Reset();
        await server.SendAsync(Lost);

        Assert.False(reading.IsCompleted);
        Assert.Equal(1, route.Proxy.Connections);
    }

    [Fact]
    public async Task A_blackhole_tells_its_sender_that_the_other_end_has_gone()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();

        route.Proxy.Blackhole(FaultDirection.ToServer);
        server.Finish();

        await client.AssertEndAsync(StreamEnd.Finished);
    }

    [Fact]
    public async Task A_blackhole_swallows_the_bytes_of_new_connections_too()
    {
        await using var route = await TcpRoute.StartAsync();
        route.Proxy.Blackhole(FaultDirection.ToServer);

        var (client, server) = await route.ConnectAsync();
        await client.SendAsync(Lost);
        route.Proxy.CutAll();

        await server.AssertEndAsync(StreamEnd.Finished);
    }

    [Fact]
    public async Task A_connection_that_was_in_a_blackhole_stays_silent_after_mending()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        route.Proxy.Blackhole(FaultDirection.ToServer);

        route.Proxy.Mend();
        await client.SendAsync(Lost);
        route.Proxy.CutAll();

        await server.AssertEndAsync(StreamEnd.Finished);
    }

    [Fact]
    public async Task After_mending_new_connections_are_out_of_the_blackhole()
    {
        await using var route = await TcpRoute.StartAsync();
        route.Proxy.Blackhole(FaultDirection.ToServer);

        route.Proxy.Mend();
        var (client, server) = await route.ConnectAsync();
        await client.SendAsync(1);

        Assert.Equal([1], await server.ReadAsync(1));
    }

    [Fact]
    public async Task A_half_open_connection_is_silent_in_both_directions_while_a_new_one_works()
    {
        await using var route = await TcpRoute.StartAsync();
        var (oldClient, oldServer) = await route.ConnectAsync();

        route.Proxy.HalfOpen();
        await Task.WhenAll(oldClient.SendAsync(Lost), oldServer.SendAsync(Lost));
        var (client, server) = await route.ConnectAsync();
        await client.SendAsync(1);
        Assert.Equal([1], await server.ReadAsync(1));
        route.Proxy.CutAll();

        await oldClient.AssertEndAsync(StreamEnd.Finished);
        await oldServer.AssertEndAsync(StreamEnd.Finished);
    }

    [Fact]
    public async Task A_half_open_connection_tells_neither_end_that_the_other_has_gone()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        var reading = server.ReadToEndAsync();

        route.Proxy.HalfOpen();
        client.Reset();
        await server.SendAsync(Lost);

        Assert.False(reading.IsCompleted);
        Assert.Equal(1, route.Proxy.Connections);
    }

    [Fact]
    public async Task A_stalled_connection_can_become_half_open()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        route.Proxy.Stall(FaultDirection.ToServer);
        var sending = client.SendAsync(Lost);

        route.Proxy.HalfOpen();
        await sending;
        route.Proxy.CutAll();

        await server.AssertEndAsync(StreamEnd.Finished);
    }

    [Fact]
    public async Task Bytes_that_wait_for_their_time_are_lost_when_their_connection_becomes_half_open()
    {
        var time = new GatedTime();
        await using var route = await TcpRoute.StartAsync(time);
        var (client, server) = await route.ConnectAsync();
        route.Proxy.Delay(FaultDirection.ToServer, TimeSpan.FromDays(1));
        await client.SendAsync(1);
        await time.TimerAsync();

        route.Proxy.HalfOpen();
        await client.SendAsync(Lost);
        route.Proxy.CutAll();

        await server.AssertEndAsync(StreamEnd.Finished);
    }
}
