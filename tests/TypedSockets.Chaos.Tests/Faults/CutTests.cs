using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Testing;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>The line is cut, and the clients come back at once.</summary>
public sealed class CutTests
{
    // Each number takes more than 200 bytes, and the cut comes after 10,007 or more of a batch's 60,000: within one of its frames.
    [Theory]
    [InlineData(FaultDirection.ToServer)]
    [InlineData(FaultDirection.ToClient)]
    public async Task Row_1_A_reset_in_the_middle_of_a_frame_loses_nothing_in_either_direction(FaultDirection direction)
    {
        const int Cuts = 20;
        const int Batch = 300;
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        var id = await client.Hub.Emit.Id();

        var emitting = Task.CompletedTask;
        for (var cut = 0; cut < Cuts; cut++)
        {
            client.Proxy.CutAfter(direction, 10_007 + (cut * 1_013));
            emitting = EmitBothWaysAsync(emitting, server, client, id, cut, Batch);
            await client.Events.UntilAsync("Resumed", cut + 1);

            // All of it, or what the cuts keep back would fill the outbox, and batches that wait for room together would mix.
            var all = (cut + 1) * Batch;
            await Task.WhenAll(server.Ledger.Counts.UntilAsync(all), client.Counts.UntilAsync(all));
        }

        await emitting.WaitAsync(Limit.Long);
        await ExpectWholeAsync(server, client, Cuts * Batch);
        Assert.Equal(Cuts, client.Events.CountOf("Resumed"));
    }

    [Fact]
    public async Task Row_10_Fifty_cuts_while_ten_thousand_events_flow_each_way_lose_nothing()
    {
        const int Cuts = 50;
        const int Batch = 200;
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        var id = await client.Hub.Emit.Id();

        var emitting = Task.CompletedTask;
        for (var cut = 0; cut < Cuts; cut++)
        {
            emitting = EmitBothWaysAsync(emitting, server, client, id, cut, Batch);

            // Some of this batch have come, so the line that the last cut has hit is back, and the rest is on its way.
            var some = (cut * Batch) + 20;
            await Task.WhenAll(server.Ledger.Counts.UntilAsync(some), client.Counts.UntilAsync(some));
            if (cut % 2 == 0)
            {
                client.Proxy.ResetAll();
            }
            else
            {
                client.Proxy.CutAll();
            }
        }

        await emitting.WaitAsync(Limit.Long);
        await ExpectWholeAsync(server, client, Cuts * Batch);
        Assert.Equal(Cuts, client.Events.CountOf("Resumed"));
    }

    // A batch after the other: two of them that wait for room would mix.
    private static async Task EmitBothWaysAsync(Task earlier, FaultServer server, FaultClient client, string id, int batch, int size)
    {
        await earlier;
        var first = (batch * size) + 1;
        await Task.WhenAll(client.EmitAsync(first, first + size - 1), server.EmitAsync(id, first, first + size - 1));
    }

    private static async Task ExpectWholeAsync(FaultServer server, FaultClient client, int numbers)
    {
        await Task.WhenAll(server.Ledger.Counts.UntilAsync(numbers), client.Counts.UntilAsync(numbers));
        await client.EchoAsync();
        Histories.IsWhole(server.Ledger.Counts, numbers);
        Histories.IsWhole(client.Counts, numbers);
        client.ExpectNoGap();
        Assert.Equal(["connected"], server.Ledger.Lives.Items.Except(["paused", "resumed"]));
    }
}
