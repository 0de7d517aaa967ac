using EndToEnd.Clients;

namespace EndToEnd.Workloads;

/// <summary>Events to the client as fast as they go: two pushes are asked for, and the next whenever one is through.</summary>
internal sealed record Pushes(string Name) : Workload(Name)
{
    private const int Batch = 5_000;
    private const int Bytes = 64;
    private const int UnderWay = 2;

    public override async Task RunAsync(IClient client, Meter meter, CancellationToken stop)
    {
        using var through = new SemaphoreSlim(UnderWay);
        var came = 0L;
        client.Came = () =>
        {
            meter.Count(1);
            if (++came % Batch == 0)
            {
                through.Release();
            }
        };
        while (!stop.IsCancellationRequested)
        {
            await through.WaitAsync(CancellationToken.None);
            await client.PushAsync(Batch, Bytes);
        }

        for (var i = 0; i < UnderWay; i++)
        {
            await through.WaitAsync(CancellationToken.None);
        }
    }
}
