namespace TypedSockets.Testing.Tests.Faults;

/// <summary>Bytes that are late, few at a time, or one by one.</summary>
public sealed class SlownessTests
{
    private readonly GatedTime _time = new();

    [Fact]
    public async Task A_delayed_byte_comes_when_its_time_has_come()
    {
        await using var route = await TcpRoute.StartAsync(_time);
        var (client, server) = await route.ConnectAsync();
        route.Proxy.Delay(FaultDirection.ToServer, TimeSpan.FromSeconds(1));
        await client.SendAsync(1);
        await _time.TimerAsync();

        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(0, route.Proxy.BytesForwarded(FaultDirection.ToServer));
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal([1], await server.ReadAsync(1));
    }

    [Fact]
    public async Task The_end_of_a_delayed_stream_is_late_as_well()
    {
        await using var route = await TcpRoute.StartAsync(_time);
        var (client, server) = await route.ConnectAsync();
        route.Proxy.Delay(FaultDirection.ToServer, TimeSpan.FromSeconds(1));
        var reading = server.AssertEndAsync(StreamEnd.Finished);
        client.Finish();
        await _time.TimerAsync();
        Assert.False(reading.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));

        await reading;
    }

    [Fact]
    public async Task A_delay_leaves_the_other_direction_alone()
    {
        await using var route = await TcpRoute.StartAsync(_time);
        var (client, server) = await route.ConnectAsync();

        route.Proxy.Delay(FaultDirection.ToServer, TimeSpan.FromSeconds(1));
        await server.SendAsync(1);

        Assert.Equal([1], await client.ReadAsync(1));
    }

    [Fact]
    public async Task Mending_delivers_at_once_what_was_delayed()
    {
        await using var route = await TcpRoute.StartAsync(_time);
        var (client, server) = await route.ConnectAsync();
        route.Proxy.Delay(FaultDirection.ToServer, TimeSpan.FromDays(1));
        await client.SendAsync(1);
        await _time.TimerAsync();

        route.Proxy.Mend();

        Assert.Equal([1], await server.ReadAsync(1));
    }

    [Fact]
    public async Task A_throttled_direction_moves_about_so_many_bytes_a_second()
    {
        await using var route = await TcpRoute.StartAsync(_time);
        var (client, server) = await route.ConnectAsync();
        var bytes = TcpRoute.Pattern(300);
        route.Proxy.Throttle(FaultDirection.ToServer, bytesPerSecond: 100);
        await client.SendAsync(bytes);
        await _time.TimerAsync();
        Assert.InRange(route.Proxy.BytesForwarded(FaultDirection.ToServer), 0, 10);

        _time.Advance(TimeSpan.FromSeconds(1));
        await _time.TimerAsync();
        Assert.InRange(route.Proxy.BytesForwarded(FaultDirection.ToServer), 95, 110);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(bytes, await server.ReadAsync(300));
    }

    [Fact]
    public async Task A_throttled_direction_does_not_save_up_what_it_was_not_asked_for()
    {
        await using var route = await TcpRoute.StartAsync(_time);
        var (client, _) = await route.ConnectAsync();
        route.Proxy.Throttle(FaultDirection.ToServer, bytesPerSecond: 100);

        _time.Advance(TimeSpan.FromHours(1));
        await client.SendAsync(new byte[300]);
        await _time.TimerAsync();

        Assert.InRange(route.Proxy.BytesForwarded(FaultDirection.ToServer), 0, 10);
    }

    [Fact]
    public async Task Each_connection_is_throttled_for_itself()
    {
        await using var route = await TcpRoute.StartAsync(_time);
        var (first, firstServer) = await route.ConnectAsync();
        var (second, secondServer) = await route.ConnectAsync();
        route.Proxy.Throttle(FaultDirection.ToServer, bytesPerSecond: 1);

        await Task.WhenAll(first.SendAsync(1, 2), second.SendAsync(3, 4));

        Assert.Equal([1], await firstServer.ReadAsync(1));
        Assert.Equal([3], await secondServer.ReadAsync(1));
    }

    [Fact]
    public async Task Mending_delivers_at_once_what_was_throttled()
    {
        await using var route = await TcpRoute.StartAsync(_time);
        var (client, server) = await route.ConnectAsync();
        var bytes = TcpRoute.Pattern(300);
        route.Proxy.Throttle(FaultDirection.ToServer, bytesPerSecond: 1);
        await client.SendAsync(bytes);
        await _time.TimerAsync();

        route.Proxy.Mend();

        Assert.Equal(bytes, await server.ReadAsync(300));
    }

    [Fact]
    public async Task Byte_by_byte_the_same_bytes_arrive()
    {
        await using var route = await TcpRoute.StartAsync();
        var (client, server) = await route.ConnectAsync();
        var bytes = TcpRoute.Pattern(10_000);

        route.Proxy.ByteByByte(FaultDirection.ToServer);
        route.Proxy.ByteByByte(FaultDirection.ToClient);
        await Task.WhenAll(client.SendAsync(bytes), server.SendAsync(bytes));

        Assert.Equal(bytes, await server.ReadAsync(bytes.Length));
        Assert.Equal(bytes, await client.ReadAsync(bytes.Length));
    }

    [Fact]
    public async Task Byte_by_byte_each_is_written_alone()
    {
        await using var route = await TcpRoute.StartAsync(_time);
        var (client, _) = await route.ConnectAsync();
        route.Proxy.ByteByByte(FaultDirection.ToServer);

        // The line is taken by what was written, which is how a write can be seen.
        route.Proxy.Throttle(FaultDirection.ToServer, bytesPerSecond: 1000);
        await client.SendAsync(1, 2, 3);
        await _time.TimerAsync();
        var first = route.Proxy.BytesForwarded(FaultDirection.ToServer);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await _time.TimerAsync();

        Assert.Equal((1, 2), (first, route.Proxy.BytesForwarded(FaultDirection.ToServer)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_limit_that_lets_nothing_through_is_refused(int bytesPerSecond)
    {
        await using var route = await TcpRoute.StartAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() => route.Proxy.Throttle(FaultDirection.ToServer, bytesPerSecond));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24 * 60 * 60 + 1)]
    public async Task A_delay_out_of_its_range_is_refused(int seconds)
    {
        await using var route = await TcpRoute.StartAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() => route.Proxy.Delay(FaultDirection.ToServer, TimeSpan.FromSeconds(seconds)));
    }
}
