namespace TypedSockets.Chaos.Tests.Processes;

/// <summary>Row 32 of the fault matrix: what becomes of calls when their server dies.</summary>
public sealed class CallFateTests
{
    [Fact]
    public async Task Row_32_the_outcome_of_a_call_that_was_sent_is_unknown_and_one_that_was_queued_is_not_delivered()
    {
        var port = ServerProcess.FindPort();
        await using var killed = await ServerProcess.StartAsync(port, "--pending-calls", "1");
        await using var client = new WatchedClient(killed.Address, index: 0);
        await client.Socket.ConnectAsync();
        var sent = client.Hub.Emit.Hold(1).AsTask();
        await Eventually.UntilAsync(() => killed.Calls(0) is [1], () => "the call did not begin");

        // The server lets one call in at a time, so this one waits at its client.
        var queued = client.Hub.Emit.Hold(2).AsTask();
        await killed.Process.KillAsync();
        await using var restarted = await ServerProcess.StartAsync(port, "--pending-calls", "1");

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => sent.WaitAsync(Eventually.Limit));
        await Assert.ThrowsAsync<NotDeliveredException>(() => queued.WaitAsync(Eventually.Limit));
        Assert.Equal(3, await client.Hub.Emit.Call(3));
        await Eventually.UntilAsync(() => restarted.Calls(0).Count > 0, () => "the call was not heard of");
        Assert.Equal([3], restarted.Calls(0));
        Assert.Equal([1], killed.Calls(0));
    }
}
