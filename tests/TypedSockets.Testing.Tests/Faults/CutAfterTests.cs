namespace TypedSockets.Testing.Tests.Faults;

/// <summary>Connections that are cut at a given byte.</summary>
public sealed class CutAfterTests
{
    public static TheoryData<int> Offsets => [0, 1, 2, 137, 4 * 1024, (4 * 1024) + 1, 300_000];

    [Theory]
    [MemberData(nameof(Offsets))]
    public async Task The_server_gets_exactly_the_bytes_before_the_cut(int offset)
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        var bytes = TcpRoute.Pattern(400_000);

        route.Proxy.CutAfter(FaultDirection.ToServer, offset, CutKind.Close);
        await client.SendAsync(bytes);
        var (received, end) = await server.ReadToEndAsync();

        Assert.Equal(StreamEnd.Finished, end);
        Assert.True(bytes.AsSpan(0, offset).SequenceEqual(received), $"{received.Length} bytes have arrived instead of {offset}.");
    }

    [Theory]
    [MemberData(nameof(Offsets))]
    public async Task The_client_gets_exactly_the_bytes_before_the_cut(int offset)
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        var bytes = TcpRoute.Pattern(400_000);

        route.Proxy.CutAfter(FaultDirection.ToClient, offset, CutKind.Close);
        await server.SendAsync(bytes);
        var (received, end) = await client.ReadToEndAsync();

        Assert.Equal(StreamEnd.Finished, end);
        Assert.True(bytes.AsSpan(0, offset).SequenceEqual(received), $"{received.Length} bytes have arrived instead of {offset}.");
    }

    [Theory]
    [MemberData(nameof(Offsets))]
    public async Task A_reset_lets_no_byte_more_through(int offset)
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        var bytes = TcpRoute.Pattern(400_000);

        route.Proxy.CutAfter(FaultDirection.ToServer, offset);
        var sending = client.SendUntilCutAsync(bytes);
        var (received, end) = await server.ReadToEndAsync();
        await sending;

        // A reset may overtake bytes that nobody has read yet.
        Assert.Equal(StreamEnd.Reset, end);
        Assert.True(bytes.AsSpan(0, offset).StartsWith(received), $"{received.Length} bytes have arrived.");
        Assert.Equal(offset, route.Proxy.BytesForwarded(FaultDirection.ToServer));
    }

    [Fact]
    public async Task A_reset_after_some_bytes_is_one_at_the_sender_too()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, _) = await route.ConnectAsync();

        route.Proxy.CutAfter(FaultDirection.ToServer, 1);
        await client.SendAsync(1);

        Assert.Equal(StreamEnd.Reset, (await client.ReadToEndAsync()).End);
    }

    [Fact]
    public async Task Bytes_of_the_other_direction_do_not_count()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();

        route.Proxy.CutAfter(FaultDirection.ToServer, 1);
        await server.SendAsync(1, 2, 3);

        Assert.Equal([1, 2, 3], await client.ReadAsync(3));
        Assert.Equal(1, route.Proxy.Connections);
    }

    [Fact]
    public async Task A_cut_can_be_planned_before_there_is_a_connection()
    {
        await using var route = await TcpRoute.StartAsync();
        route.Proxy.CutAfter(FaultDirection.ToServer, 2, CutKind.Close);

        var (client, server) = await route.ConnectAsync();
        await client.SendAsync(1, 2, 3);

        await server.AssertEndAsync(StreamEnd.Finished, 1, 2);
    }

    [Fact]
    public async Task The_bytes_of_all_connections_count()
    {
        await using var route = await TcpRoute.StartAsync();
        var (first, firstServer) = await route.ConnectAsync();
        var (second, secondServer) = await route.ConnectAsync();

        route.Proxy.CutAfter(FaultDirection.ToServer, 3, CutKind.Close);
        await first.SendAsync(1, 2);
        await firstServer.ReadAsync(2);
        await second.SendAsync(3, 4);

        await secondServer.AssertEndAsync(StreamEnd.Finished, 3);
        Assert.Equal(1, route.Proxy.Connections);
    }

    [Fact]
    public async Task A_cut_comes_once()
    {
        await using var route = await TcpRoute.StartAsync();
        var (first, firstServer) = await route.ConnectAsync();
        route.Proxy.CutAfter(FaultDirection.ToServer, 1, CutKind.Close);
        await first.SendAsync(1);
        await firstServer.ReadToEndAsync();

        var (second, secondServer) = await route.ConnectAsync();
        await second.SendAsync(1, 2, 3);

        Assert.Equal([1, 2, 3], await secondServer.ReadAsync(3));
    }

    [Fact]
    public async Task A_cut_that_is_not_due_yet_is_forgotten_by_mending()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        route.Proxy.CutAfter(FaultDirection.ToServer, 1);

        route.Proxy.Mend();
        await client.SendAsync(1, 2, 3);

        Assert.Equal([1, 2, 3], await server.ReadAsync(3));
    }
}
