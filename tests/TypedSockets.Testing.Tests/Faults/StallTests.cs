namespace TypedSockets.Testing.Tests.Faults;

/// <summary>Bytes that are held back for a while.</summary>
public sealed class StallTests
{
    [Fact]
    public async Task Mending_delivers_what_was_held_back_in_order()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        var bytes = TcpRoute.Pattern(TcpRoute.MoreThanBuffersHold);

        route.Proxy.Stall(FaultDirection.ToServer);
        var sending = client.SendAsync(bytes);
        await server.SendAsync(1);
        await client.ReadAsync(1);
        Assert.Equal(0, route.Proxy.BytesForwarded(FaultDirection.ToServer));
        Assert.False(sending.IsCompleted);
        route.Proxy.Mend();

        var received = await server.ReadAsync(bytes.Length);
        await sending;
        Assert.True(bytes.AsSpan().SequenceEqual(received));
    }

    [Fact]
    public async Task A_stall_holds_back_what_new_connections_send()
    {
        await using var route = await TcpRoute.StartAsync();
        route.Proxy.Stall(FaultDirection.ToServer);
        var (client, server) = await route.ConnectAsync();
        var sending = client.SendAsync(new byte[TcpRoute.MoreThanBuffersHold]);
        await server.SendAsync(1);
        await client.ReadAsync(1);
        Assert.False(sending.IsCompleted);

        route.Proxy.Mend();

        await server.ReadAsync(TcpRoute.MoreThanBuffersHold);
        await sending;
    }

    [Fact]
    public async Task A_stall_holds_back_that_its_sender_has_finished()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        var reading = server.AssertEndAsync(StreamEnd.Finished, 1);

        route.Proxy.Stall(FaultDirection.ToServer);
        await client.SendAsync(1);
        client.Finish();
        await server.SendAsync(1);
        await client.ReadAsync(1);
        Assert.False(reading.IsCompleted);
        route.Proxy.Mend();

        await reading;
    }

    [Fact]
    public async Task A_reset_that_was_found_by_writing_is_told_as_one_after_what_was_held_back()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        route.Proxy.Stall(FaultDirection.ToServer);
        var sending = client.SendUntilCutAsync(new byte[TcpRoute.MoreThanBuffersHold]);
        await server.SendAsync(1);
        await client.ReadAsync(1);

        client.Reset();
        await sending;
        await server.SendAsync(new byte[TcpRoute.MoreThanBuffersHold]);
        route.Proxy.Mend();

        Assert.Equal(StreamEnd.Reset, (await server.ReadToEndAsync()).End);
    }
}
