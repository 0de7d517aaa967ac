using TypedSockets.Connections;
using TypedSockets.Protocol;

namespace TypedSockets.Tests.Connections;

/// <summary>When a socket has ended, and how its line is tried out.</summary>
public sealed class ConnectionEndedTests
{
    private const string Ping = "402E00";

    // Kind 22, without a number: the peer hands it to the test.
    private const string Close = "40" + "3600";

    [Fact]
    public async Task A_socket_has_ended_only_when_the_frame_that_is_being_received_has_been_handled()
    {
        using var running = new RunningConnection();
        using var inside = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        running.Peer.KnowsControl = true;
        running.Peer.Controlled = () =>
        {
            inside.Release();
            Assert.True(goOn.Wait(TestPeer.Patience));
        };
        var written = Task.Run(() => running.WriteAsync(Close).AsTask());
        Assert.True(await inside.WaitAsync(TestPeer.Patience));
        var closing = new Thread(() => running.Connection.Close(SocketCloseCode.Kicked, "out"));
        closing.Start();
        Assert.True(SpinWait.SpinUntil(() => closing.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TestPeer.Patience));
        Assert.False(running.Connection.Ended.IsCompleted);
        goOn.Release();
        Assert.Equal(4207, (await running.Connection.Ended.WaitAsync(TestPeer.Patience)).Code);
        closing.Join();
        await written;
        running.Cut();
        await running.EndedAsync();
    }

    [Fact]
    public async Task A_socket_has_ended_before_the_other_end_has_answered_its_close()
    {
        using var running = new RunningConnection();
        running.Connection.Close(SocketCloseCode.Kicked, "out");
        Assert.True(running.Connection.Ended.IsCompletedSuccessfully);
        Assert.False(running.Ended.IsCompleted);
        await running.CloseAsync(SocketCloseCode.Normal);
        Assert.Same(await running.Connection.Ended, await running.EndedAsync());
    }

    [Fact]
    public async Task What_comes_after_the_end_is_neither_handled_nor_counted()
    {
        using var running = new RunningConnection();
        running.Connection.Close(SocketCloseCode.Kicked, "out");
        await running.WriteAsync("410100" + "0503000005");
        await running.CloseAsync(SocketCloseCode.Normal);
        await running.EndedAsync();
        Assert.Equal(0, running.Peer.Peer.Inbox.Received);
        Assert.Empty(running.Peer.Handler.Started);
    }

    [Fact]
    public async Task After_the_end_the_session_has_no_socket_and_numbers_nothing()
    {
        using var running = new RunningConnection();
        running.Connection.Close(SocketCloseCode.Kicked, "out");
        Assert.Null(running.Peer.Peer.Wake);
        running.Peer.Say(1);
        await running.CloseAsync(SocketCloseCode.Normal);
        await running.EndedAsync();
        Assert.Equal((0L, 1L), (running.Peer.Peer.Outbox.Numbered, running.Peer.Peer.Outbox.Tail));
    }

    [Fact]
    public async Task A_probe_asks_for_a_sign_of_life_at_once()
    {
        using var running = new RunningConnection();
        running.Connection.Probe();
        await ReadUntilAsync(running, MessageKind.Ping);
        Assert.False(running.Connection.Ended.IsCompleted);
    }

    [Fact]
    public async Task A_probe_that_is_not_answered_within_3_seconds_ends_the_socket()
    {
        using var running = new RunningConnection();
        running.Connection.Probe();
        running.Pass(3);
        Assert.False(running.Connection.Ended.IsCompleted);
        running.Pass(0.2);
        var end = await running.Connection.Ended.WaitAsync(TestPeer.Patience);
        Assert.Equal((4001, "nothing was heard within 3 s after a probe"), (end.Code, end.Reason));
        running.Cut();
        await running.EndedAsync();
    }

    [Fact]
    public async Task Any_byte_after_a_probe_is_its_answer()
    {
        using var running = new RunningConnection();
        running.Connection.Probe();
        await running.WriteAsync(Ping);
        await ReadUntilAsync(running, MessageKind.Pong);
        running.Pass(14);
        Assert.False(running.Connection.Ended.IsCompleted);
    }

    private static async Task ReadUntilAsync(RunningConnection running, MessageKind kind)
    {
        while (!(await running.ReadAsync())!.Kinds.Contains(kind))
        {
        }
    }
}
