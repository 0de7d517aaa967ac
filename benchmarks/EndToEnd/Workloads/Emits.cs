using EndToEnd.Clients;

namespace EndToEnd.Workloads;

/// <summary>
/// Emits from one loop. Each batch ends with a call, whose answer says that the batch was handled; so no sender runs away from its server, and what is counted has arrived.
/// </summary>
internal sealed record Emits(string Name) : Workload(Name)
{
    private const int Batch = 64;
    private const int UnderWay = 8;

    public override async Task RunAsync(IClient client, Meter meter, CancellationToken stop)
    {
        var handled = new Queue<Task>();
        while (!stop.IsCancellationRequested)
        {
            for (var i = 0; i < Batch; i++)
            {
                await client.EmitAsync();
            }

            handled.Enqueue(client.CallAsync().AsTask());
            if (handled.Count == UnderWay)
            {
                await handled.Dequeue();
                meter.Count(Batch);
            }
        }

        await Task.WhenAll(handled);
    }
}
