using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Testing;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>Calls that the line is cut under.</summary>
public sealed class CallFaultTests
{
    [Fact]
    public async Task Row_31_A_call_whose_handler_runs_while_the_line_is_lost_runs_once_and_is_answered_once()
    {
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        var call = client.Hub.Emit.Once();
        await server.Ledger.AtGate.Task.WaitAsync(Limit.Long);

        await client.GoAwayAsync();
        await server.UntilAwayAsync();
        server.Ledger.Gate.SetResult();
        client.ComeBack();

        await ExpectOneRunAsync(server, client, call);
    }

    [Fact]
    public async Task Row_31_A_call_that_is_lost_on_its_way_runs_once_and_is_answered_once()
    {
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        await client.EchoAsync();
        server.Ledger.Gate.SetResult();
        client.Proxy.Blackhole(FaultDirection.ToServer);
        var sent = client.Hub.With(new EmitOptions { Completion = EmitCompletion.Sent }).Count(1, []);
        var call = client.Hub.Emit.Once();
        await sent.AsTask().WaitAsync(Limit.Long);

        Assert.Equal(0, server.Ledger.Runs);
        client.Proxy.Mend();
        client.Proxy.ResetAll();

        await ExpectOneRunAsync(server, client, call);
    }

    [Fact]
    public async Task Row_31_A_call_whose_answer_is_lost_on_its_way_runs_once_and_is_answered_once()
    {
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        var call = client.Hub.Emit.Once();
        await server.Ledger.AtGate.Task.WaitAsync(Limit.Long);
        client.Proxy.Blackhole(FaultDirection.ToClient);
        server.Ledger.Gate.SetResult();

        // Handled behind the call, so its answer is on its way.
        await client.EmitAsync(1, 1);
        await server.Ledger.Counts.UntilAsync(1);
        Assert.False(call.IsCompleted);
        client.Proxy.Mend();
        client.Proxy.ResetAll();

        await ExpectOneRunAsync(server, client, call);
    }

    [Fact]
    public async Task Row_34_A_handler_that_throws_fails_its_caller_alone_and_keeps_line_and_order()
    {
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        await client.EmitAsync(1, 10);
        var call = client.Hub.Emit.Fail();
        await client.EmitAsync(11, 20);

        var error = await Assert.ThrowsAsync<SocketRemoteException>(() => call.AsTask().WaitAsync(Limit.Long));
        Assert.Equal(SocketErrorCode.HandlerFailed, error.Code);
        await ExpectOrderAndLineAsync(server, client);
    }

    [Fact]
    public async Task Row_34_A_handler_that_takes_too_long_fails_its_caller_alone_and_keeps_line_and_order()
    {
        var clock = new StepClock();
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server, options => options.TimeProvider = clock);
        await client.EmitAsync(1, 10);
        var call = client.Hub.With(new EmitOptions { Timeout = TimeSpan.FromSeconds(1) }).Once();
        await client.EmitAsync(11, 20);
        await server.Ledger.AtGate.Task.WaitAsync(Limit.Long);

        await clock.PassAsync(TimeSpan.FromSeconds(1.2));

        await Assert.ThrowsAsync<SocketTimeoutException>(() => call.WaitAsync(Limit.Long));
        server.Ledger.Gate.SetResult();
        await ExpectOrderAndLineAsync(server, client);
    }

    private static async Task ExpectOrderAndLineAsync(FaultServer server, FaultClient client)
    {
        await server.Ledger.Counts.UntilAsync(20);
        await client.EchoAsync();
        Histories.IsWhole(server.Ledger.Counts, 20);
        client.ExpectNoGap();
        Assert.DoesNotContain("Reconnecting", client.Events.Items);
    }

    private static async Task ExpectOneRunAsync(FaultServer server, FaultClient client, Task<int> call)
    {
        Assert.Equal(1, await call.WaitAsync(Limit.Long));
        await client.Events.UntilAsync("Resumed", 1);
        await client.EchoAsync();
        Assert.Equal(1, server.Ledger.Runs);
        client.ExpectNoGap();
    }
}
