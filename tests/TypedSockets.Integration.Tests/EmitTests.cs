using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Integration.Tests;

public sealed class EmitTests
{
    [Fact]
    public async Task Ten_thousand_emits_arrive_once_and_in_order()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        for (var i = 0; i < 10_000; i++)
        {
            await hub.Emit.NoteLater(i);
        }

        Assert.Equal(Enumerable.Range(0, 10_000), await server.Probe.TakeNotes(10_000));
    }

    [Fact]
    public async Task What_is_emitted_before_connecting_arrives_afterwards_in_order()
    {
        await using var server = await TestServer.StartAsync();
        await using var socket = server.CreateClient();
        var hub = socket.Hub<IProbeHub>();
        hub.Emit.Note(1);
        await hub.Emit.NoteLater(2);
        hub.Emit.Note(3);
        await socket.ConnectAsync();

        Assert.Equal([1, 2, 3], await server.Probe.TakeNotes(3));
    }

    [Fact]
    public async Task Disposing_waits_until_the_server_has_taken_everything()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        for (var i = 0; i < 5_000; i++)
        {
            hub.Emit.Note(i);
        }

        await socket.DisposeAsync();
        Assert.Equal(Enumerable.Range(0, 5_000), await server.Probe.TakeNotes(5_000));
        Assert.Equal("disconnected Left", await server.Probe.NextHappened());
    }

    [Fact]
    public async Task A_void_emit_for_which_there_is_no_room_fails_and_says_what_to_do()
    {
        await using var socket = new TypedSocketClient("ws://127.0.0.1:1/ws");
        var hub = socket.Hub<IProbeHub>();
        var error = Assert.Throws<BufferFullException>(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                hub.Emit.Note(i);
            }
        });
        Assert.Contains("[OneWay] ValueTask", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_client_was_disposed_an_emit_says_so()
    {
        var socket = new TypedSocketClient("ws://127.0.0.1:1/ws");
        var hub = socket.Hub<IProbeHub>();
        await socket.DisposeAsync();
        Assert.Throws<SocketClosedException>(() => hub.Emit.Note(1));
    }

    [Fact]
    public async Task Arguments_that_are_too_large_are_refused_at_the_call()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        await Assert.ThrowsAsync<MessageTooLargeException>(async () => await hub.Emit.Fail(new string('x', 70_000)));
    }

    [Fact]
    public async Task Emits_of_the_server_wait_for_the_first_subscription()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        hub.Emit.Tell("all:", 1);
        hub.Emit.Tell("all:", 2);
        await hub.Emit.Add(1, 1);
        var received = new Received(hub);

        Assert.Equal(1, await received.Next());
        Assert.Equal(2, await received.Next());
    }

    [Fact]
    public async Task A_message_that_nothing_handles_is_reported_once_there_is_a_subscription()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        var unhandled = new TaskCompletionSource<string>();
        socket.Unhandled += method => unhandled.TrySetResult(method);
        hub.On.Confirm((question, cancel) => true);
        hub.Emit.Tell("all:", 1);

        Assert.Equal("IProbeClient.Told", await unhandled.Task.WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task A_handler_that_throws_is_reported_and_the_next_message_is_handled()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        var failed = new TaskCompletionSource<HandlerFailure>();
        socket.HandlerFailed += failure => failed.TrySetResult(failure);
        var second = new TaskCompletionSource();
        hub.On.Told(number =>
        {
            if (number == 1)
            {
                throw new InvalidOperationException("no");
            }

            second.TrySetResult();
        });
        hub.Emit.Tell("all:", 1);
        hub.Emit.Tell("all:", 2);

        Assert.Equal("IProbeClient.Told", (await failed.Task.WaitAsync(Limit.Long)).Method);
        await second.Task.WaitAsync(Limit.Long);
    }
}
