using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>Both ends wait for each other, or one hub for another, and nothing stands still.</summary>
public sealed class TwoWayTests
{
    [Fact]
    public async Task Row_40_A_hub_that_is_stuck_holds_up_its_own_sender_and_no_other_hub()
    {
        const int Others = 100_000;
        const int Window = 8_192 / 2;
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.CreateAsync(server);
        var other = client.Socket.Hub<IProbeHub>();
        await client.Socket.ConnectAsync().WaitAsync(Limit.Long);
        await client.Hub.Emit.HoldUp();
        await server.Ledger.AtGate.Task.WaitAsync(Limit.Long);

        // The window and what holds it up are sent, and the next one waits.
        await client.EmitAsync(1, Window, []);
        var beyond = client.Hub.With(new EmitOptions { Completion = EmitCompletion.Sent }).Count(Window + 1, []).AsTask();
        for (var number = 1; number <= Others; number++)
        {
            await other.Emit.NoteLater(number);
        }

        Histories.IsRun(await server.Host.Probe.TakeNotes(Others), 1, Others);
        Assert.False(beyond.IsCompleted);
        Assert.Equal(0, server.Ledger.Counts.Count);
        server.Ledger.Gate.SetResult();
        await beyond.WaitAsync(Limit.Long);
        await server.Ledger.Counts.UntilAsync(Window + 1);
        Histories.IsWhole(server.Ledger.Counts, Window + 1);
        client.ExpectNoGap();
    }

    [Fact]
    public async Task Row_41_A_server_that_asks_its_client_whose_handler_calls_back_is_answered_and_so_is_the_client()
    {
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        client.Answer = async number => await client.Hub.Emit.Echo(number) + 1;
        Assert.Equal(6, await client.Hub.Emit.AskBack(5).WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task Row_42_An_answer_gets_through_past_ten_thousand_emits_that_are_stuck()
    {
        // More than the window and the outbox hold together: 4,096 and 6,144.
        const int Numbers = 12_000;
        var queued = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        client.Answer = async number =>
        {
            await queued.Task;
            return number;
        };
        await client.Hub.Emit.AskAside(5);
        await client.Hub.Emit.HoldUp();
        await server.Ledger.AtGate.Task.WaitAsync(Limit.Long);

        // It comes back here when the outbox is full and the rest waits for room.
        var emitting = client.EmitAsync(1, Numbers, []);
        Assert.False(emitting.IsCompleted);
        queued.SetResult();

        await server.Ledger.Answers.UntilAsync(1);
        Assert.Equal(0, server.Ledger.Counts.Count);
        Assert.False(emitting.IsCompleted);
        server.Ledger.Gate.SetResult();
        await emitting.WaitAsync(Limit.Long);
        await server.Ledger.Counts.UntilAsync(Numbers);
        Histories.IsWhole(server.Ledger.Counts, Numbers);
    }
}
