using TypedSockets.Soak.Client;
using TypedSockets.Soak.Faults;
using TypedSockets.Soak.Server;
using TypedSockets.Soak.Traffic;
using TypedSockets.Testing;

namespace TypedSockets.Soak;

/// <summary>
/// A server, clients, and between them a network that cuts their connections all the time, while both ends send as fast as they can. Whatever is lost,
/// comes twice or late is counted.
/// </summary>
public sealed class SoakRun(SoakPlan plan, TextWriter output)
{
    // Longer than it takes to notice a dead line, so that only what is lost for good is called lost.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly SoakTraffic _traffic = new(plan.Clients);

    public async Task<SoakResult> RunAsync(CancellationToken cancel)
    {
        var report = new SoakReport(output, _traffic);
        var random = new Random(plan.Seed);
        report.Begin(plan);
        await using var server = await SoakServer.StartAsync(new CheckingBackend(_traffic));
        await using var proxy = await FaultProxy.StartAsync(new Uri(server.Urls.First()), cancel: cancel);
        var clients = Enumerable.Range(0, plan.Clients).Select(index => new SoakClient(proxy.Address, index, _traffic, new Random(random.Next()))).ToList();
        await Task.WhenAll(clients.Select(client => client.ConnectAsync(cancel)));

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var cutter = new Cutter(proxy, random);
        var cutting = cutter.RunAsync(enough.Token);
        var sending = clients.ConvertAll(client => client.SendAsync());
        var heapAtStart = await WatchAsync(report, cutter, cancel);

        await enough.CancelAsync();
        await cutting;
        var cuts = cutter.Cuts;
        _traffic.Gate.Finish();
        await Task.WhenAll(sending).WaitAsync(Patience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _traffic.SettleAsync(Patience);
        var result = new SoakResult(_traffic, cuts, heapAtStart, MeasureHeap());
        report.End(result);
        await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask()));
        return result;
    }

    /// <summary>Lets messages flow, writes a line from time to time, and measures the heap after the warm-up.</summary>
    private async Task<long> WatchAsync(SoakReport report, Cutter cutter, CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        var reported = TimeSpan.Zero;
        long? heap = null;
        while (true)
        {
            var elapsed = TimeProvider.System.GetElapsedTime(started);
            if (heap is null && elapsed >= plan.WarmUp)
            {
                heap = await MeasureStillHeapAsync();
            }

            if (elapsed >= reported + plan.ReportInterval)
            {
                reported += plan.ReportInterval;
                report.Progress(elapsed, cutter.Cuts);
            }

            if (elapsed >= plan.Duration || cancel.IsCancellationRequested)
            {
                return heap ?? MeasureHeap();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }
    }

    // With nothing under way: full buffers would hide what has leaked.
    private async Task<long> MeasureStillHeapAsync()
    {
        _traffic.Gate.Close();
        await _traffic.SettleAsync(Patience);
        var heap = MeasureHeap();
        _traffic.Gate.Open();
        return heap;
    }

    private static long MeasureHeap()
    {
        // Twice, because what has a finalizer goes only with the second one.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
