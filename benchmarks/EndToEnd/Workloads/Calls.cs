using System.Diagnostics;
using EndToEnd.Clients;

namespace EndToEnd.Workloads;

/// <summary>Calls, so many in flight; the next when one is answered.</summary>
internal sealed record Calls(string Name, int InFlight) : Workload(Name)
{
    public override Task RunAsync(IClient client, Meter meter, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => CallAsync(client, meter, stop)));

    private async Task CallAsync(IClient client, Meter meter, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            await client.CallAsync();
            if (InFlight == 1)
            {
                meter.Note(began);
            }

            meter.Count(1);
        }
    }
}
