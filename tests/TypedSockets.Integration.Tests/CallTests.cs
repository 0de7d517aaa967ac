using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Integration.Tests;

public sealed class CallTests
{
    [Fact]
    public async Task A_call_brings_back_its_result()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        Assert.Equal(5, await hub.Emit.Add(2, 3));
        Assert.Equal(12, await hub.Emit.Add(2));
    }

    [Fact]
    public async Task A_thousand_calls_at_once_are_all_answered()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        var sums = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(number => hub.Emit.Add(number, 1))).WaitAsync(Limit.Long);
        Assert.Equal(Enumerable.Range(1, 1_000), sums);
    }

    [Fact]
    public async Task A_failing_handler_fails_the_caller_without_telling_secrets()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        var error = await Assert.ThrowsAsync<SocketRemoteException>(async () => await hub.Emit.Fail("swordfish"));

        Assert.Equal(SocketErrorCode.HandlerFailed, error.Code);
        Assert.DoesNotContain("swordfish", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, await hub.Emit.Add(1, 2));
    }

    [Fact]
    public async Task Detailed_errors_tell_what_the_handler_threw()
    {
        await using var server = await TestServer.StartAsync(builder => builder.Services.Configure<TypedSocketsOptions>(options => options.DetailedErrors = true));
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        var error = await Assert.ThrowsAsync<SocketRemoteException>(async () => await hub.Emit.Fail("swordfish"));
        Assert.Contains("InvalidOperationException: the secret is swordfish", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_a_call_cancels_the_remote_handler()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        using var cancel = new CancellationTokenSource();
        var call = hub.Emit.Block(cancel.Token).AsTask();
        await server.Probe.Blocked.Task.WaitAsync(Limit.Long);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Limit.Long));
        Assert.Equal("cancelled", await server.Probe.NextHappened());
        Assert.Equal(3, await hub.Emit.Add(1, 2));
    }

    [Fact]
    public async Task A_call_that_is_not_answered_in_time_fails_and_cancels_the_handler()
    {
        var time = new FakeTimeProvider();
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync(options => options.TimeProvider = time);
        await using var _ = socket;
        var call = hub.With(new EmitOptions { Timeout = TimeSpan.FromSeconds(3) }).Block().AsTask();
        await server.Probe.Blocked.Task.WaitAsync(Limit.Long);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<SocketTimeoutException>(() => call.WaitAsync(Limit.Long));
        Assert.Equal("cancelled", await server.Probe.NextHappened());
        server.Probe.Unblock.TrySetResult();
    }

    [Fact]
    public async Task The_server_can_ask_a_client_from_within_a_handler()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        hub.On.Confirm(async (question, cancel) => question == "sure?" && await hub.Emit.Add(1, 1) == 2);

        Assert.True(await hub.Emit.AskMe("sure?").AsTask().WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task A_question_that_no_client_handles_fails_at_once()
    {
        await using var server = await TestServer.StartAsync(builder => builder.Services.Configure<TypedSocketsOptions>(options => options.DetailedErrors = true));
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        var error = await Assert.ThrowsAsync<SocketRemoteException>(async () => await hub.Emit.AskMe("anyone?"));
        Assert.Contains("nothing handles 'IProbeClient.Confirm'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handlers_of_one_channel_wait_for_each_other_unless_they_are_concurrent()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        var first = hub.Emit.Overtake(1);
        await server.Probe.Blocked.Task.WaitAsync(Limit.Long);
        Assert.Equal(2, await hub.Emit.Overtake(2).WaitAsync(Limit.Long));
        server.Probe.Unblock.SetResult();
        Assert.Equal(1, await first.WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task A_blocked_handler_of_one_hub_does_not_hold_up_another_hub_of_the_socket()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        var other = socket.Hub<IOtherHub>();
        var blocked = hub.Emit.Block().AsTask();
        await server.Probe.Blocked.Task.WaitAsync(Limit.Long);
        var queued = hub.Emit.Add(1, 2);

        Assert.Equal(8, await other.Emit.Twice(4).WaitAsync(Limit.Long));
        Assert.False(queued.IsCompleted);
        server.Probe.Unblock.SetResult();
        Assert.Equal("unblocked", await blocked.WaitAsync(Limit.Long));
        Assert.Equal(3, await queued.WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task When_the_session_is_given_up_a_sent_call_has_an_unknown_outcome()
    {
        await using var server = await TestServer.StartAsync(builder =>
            builder.Services.Configure<TypedSocketsOptions>(options => options.DrainTimeout = TimeSpan.Zero));
        var (socket, hub) = await server.ConnectAsync(options => options.ReconnectPolicy = new NeverAgain());
        await using var _ = socket;
        var call = hub.Emit.Block().AsTask();
        await server.Probe.Blocked.Task.WaitAsync(Limit.Long);
        await server.App.StopAsync();

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => call.WaitAsync(Limit.Long));
        Assert.IsType<SocketState.Closed>(socket.State);
    }

    [Fact]
    public async Task A_call_that_was_never_sent_is_told_apart()
    {
        var socket = new TypedSocketClient("ws://127.0.0.1:1/ws");
        var call = socket.Hub<IProbeHub>().Emit.Add(1, 2);
        await socket.DisposeAsync();
        await Assert.ThrowsAsync<NotDeliveredException>(() => call.WaitAsync(Limit.Long));
    }
}
