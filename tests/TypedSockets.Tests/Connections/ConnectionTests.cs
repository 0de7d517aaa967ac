using TypedSockets.Connections;
using TypedSockets.Protocol;

namespace TypedSockets.Tests.Connections;

public sealed class ConnectionTests
{
    private const string Ping = "402E00";

    [Fact]
    public async Task Silence_of_15_seconds_is_answered_with_a_ping_once()
    {
        using var running = new RunningConnection();
        running.Pass(15);
        running.Peer.Say(1);
        Assert.Equal([MessageKind.Emit], (await running.ReadAsync())!.Kinds);
        running.Pass(0.4);
        Assert.Equal([MessageKind.Ping], (await running.ReadAsync())!.Kinds);
        running.Pass(5);
        running.Peer.Say(2);
        Assert.Equal([MessageKind.Emit], (await running.ReadAsync())!.Kinds);
    }

    [Fact]
    public async Task Any_byte_is_a_sign_of_life()
    {
        using var running = new RunningConnection();
        for (var i = 0; i < 5; i++)
        {
            running.Pass(14);
            await running.WriteAsync(Ping);
            Assert.Equal([MessageKind.Pong], (await running.ReadAsync())!.Kinds);
        }

        Assert.False(running.Ended.IsCompleted);
    }

    [Fact]
    public async Task Silence_of_25_seconds_ends_the_connection()
    {
        using var running = new RunningConnection();
        running.Pass(25);
        Assert.Equal([MessageKind.Ping], (await running.ReadAsync())!.Kinds);
        running.Pass(0.4);
        Assert.Null(await running.ReadAsync());
        Assert.Equal((4001, "nothing was heard for 25 s"), (running.CloseOfConnection!.Value.Code, running.CloseOfConnection.Value.Reason));
        await running.CloseAsync(SocketCloseCode.HeartbeatTimeout);
        var end = await running.EndedAsync();
        Assert.Equal((4001, false, false), (end.Code, end.ByPeer, end.Left));
    }

    [Fact]
    public async Task A_close_that_is_not_answered_within_5_seconds_is_cut_short()
    {
        using var running = new RunningConnection();
        running.Connection.Close(SocketCloseCode.Kicked, "out");
        running.Pass(4.9);
        Assert.False(running.Ended.IsCompleted);
        running.Pass(0.6);
        Assert.Equal(4207, (await running.EndedAsync()).Code);
    }

    [Fact]
    public async Task A_write_that_takes_longer_than_10_seconds_has_stalled()
    {
        using var running = new RunningConnection(gated: true);
        running.Peer.Say(1);
        await running.Gate!.WritingAsync();
        running.Pass(10);
        Assert.False(running.Gate.Aborted);
        running.Pass(0.4);
        Assert.Equal((4002, "the other end has not read for 10 s"), ((await running.EndedAsync()).Code, (await running.Ended).Reason));
        Assert.True(running.Gate.Aborted);
    }

    [Fact]
    public async Task Writes_that_go_on_have_not_stalled()
    {
        using var running = new RunningConnection(gated: true);
        for (var i = 0; i < 4; i++)
        {
            running.Peer.Say(i);
            await running.Gate!.WritingAsync();
            running.Pass(4);
            running.Gate.Pass();
            await running.ReadAsync();
        }

        Assert.False(running.Ended.IsCompleted);
    }

    [Fact]
    public async Task What_is_queued_during_a_write_goes_into_one_frame()
    {
        using var running = new RunningConnection(gated: true);
        running.Peer.Say(0);
        Assert.Single((await running.Gate!.WritingAsync()).Messages);
        for (var i = 1; i <= 100; i++)
        {
            running.Peer.Say(i);
        }

        running.Gate.Pass();
        Assert.Equal(100, (await running.Gate.WritingAsync()).Messages.Count);
        running.Gate.Pass();
    }

    [Fact]
    public async Task The_frame_that_is_being_written_is_finished_before_a_close()
    {
        using var running = new RunningConnection(gated: true);
        running.Peer.Say(1);
        await running.Gate!.WritingAsync();
        running.Peer.Say(2);
        running.Connection.Close(SocketCloseCode.Draining, "down");
        running.Gate.Pass();
        Assert.Single((await running.ReadAsync())!.Messages);
        Assert.Null(await running.ReadAsync());
        Assert.Equal(4000, running.CloseOfConnection!.Value.Code);
        await running.CloseAsync(SocketCloseCode.Draining);
        await running.EndedAsync();
    }

    [Theory]
    [InlineData(SocketCloseCode.Normal, true)]
    [InlineData((SocketCloseCode)1001, false)]
    [InlineData(SocketCloseCode.Contract, false)]
    public async Task A_close_of_the_other_end_is_answered_with_its_code(SocketCloseCode code, bool left)
    {
        using var running = new RunningConnection();
        await running.CloseAsync(code, "bye");
        var end = await running.EndedAsync();
        Assert.Equal(new ConnectionEnd((int)code, "bye", ByPeer: true, left), end);
        Assert.Equal((int)code, running.CloseOfConnection!.Value.Code);
    }

    [Fact]
    public async Task A_lost_line_is_no_leaving()
    {
        using var running = new RunningConnection();
        running.Cut();
        Assert.Equal(new ConnectionEnd(1006, "the connection was lost", ByPeer: true), await running.EndedAsync());
    }

    [Fact]
    public async Task A_broken_frame_ends_the_connection_with_the_errors_code()
    {
        using var running = new RunningConnection();
        await running.WriteAsync("C0");
        Assert.Null(await running.ReadAsync());
        Assert.Equal(4201, running.CloseOfConnection!.Value.Code);
        await running.WriteAsync("410100" + "0503000005");
        await running.CloseAsync(SocketCloseCode.Normal);
        Assert.Equal(4201, (await running.EndedAsync()).Code);
        Assert.Empty(running.Peer.Handler.Started);
    }

    [Fact]
    public async Task A_frame_over_the_limit_ends_the_connection()
    {
        using var running = new RunningConnection();
        await running.WriteAsync(Convert.ToHexString(new byte[(64 * 1024) + 1]));
        Assert.Null(await running.ReadAsync());
        Assert.Equal(4205, running.CloseOfConnection!.Value.Code);
        await running.CloseAsync(SocketCloseCode.Normal);
        await running.EndedAsync();
    }

    [Fact]
    public async Task Only_the_first_reason_counts()
    {
        using var running = new RunningConnection();
        running.Connection.Close(SocketCloseCode.Kicked, "first");
        running.Connection.Close(SocketCloseCode.Busy, "second");
        running.Connection.NotePeerLeft();
        await running.CloseAsync(SocketCloseCode.Normal);
        Assert.Equal((4207, "first"), ((await running.EndedAsync()).Code, (await running.Ended).Reason));
    }

    [Fact]
    public async Task A_call_times_out_at_a_tick()
    {
        using var running = new RunningConnection();
        var call = running.Peer.AskAsync(1, TimeSpan.FromSeconds(2));
        await running.ReadAsync();
        running.Pass(2.4);
        await Assert.ThrowsAsync<SocketTimeoutException>(() => call);
        Assert.Equal([MessageKind.Cancel], (await running.ReadAsync())!.Kinds);
    }

    [Fact]
    public async Task What_was_received_is_acknowledged_at_a_tick()
    {
        using var running = new RunningConnection();
        await running.WriteAsync("410100" + "0503000005");
        await running.Peer.Handler.StartedAsync();
        running.Pass(0.2);
        var frame = (await running.ReadAsync())!;
        Assert.Equal(1, (int?)frame.Ack);
        Assert.Equal([MessageKind.Taken], frame.Kinds);
    }

    [Fact]
    public async Task Frames_that_come_together_are_handled_in_their_order()
    {
        using var running = new RunningConnection();
        for (var number = 1; number <= 300; number++)
        {
            await running.WriteAsync($"41{number & 0xFF:X2}{number >> 8:X2}" + "05030000" + $"{number % 100:X2}");
        }

        await running.Peer.Handler.StartedAsync(300);
        Assert.Equal(Enumerable.Range(1, 300).Select(number => number % 100), running.Peer.Handler.Started);
        Assert.Equal(300, running.Peer.Peer.Inbox.Received);
    }

    [Fact]
    public async Task What_came_before_a_broken_frame_is_handled()
    {
        using var running = new RunningConnection();
        await running.WriteAsync("410100" + "0503000005");
        await running.WriteAsync("FF");
        Assert.Equal(4201, (await running.Connection.Ended.WaitAsync(TestPeer.Patience)).Code);
        await running.Peer.Handler.StartedAsync();
        Assert.Equal([5], running.Peer.Handler.Started);
    }
}
