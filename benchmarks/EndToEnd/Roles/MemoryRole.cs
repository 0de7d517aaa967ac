using System.Globalization;
using System.Runtime;
using EndToEnd.Clients;

namespace EndToEnd.Roles;

/// <summary>Many clients in one process, and then as many again: what each of these keeps, resident and on the heap.</summary>
internal static class MemoryRole
{
    private const int Wave = 50;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string kind, int port, int count)
    {
        // The first ones pay for code, threads and pools, which is 10 MB.
        var clients = await ConnectAsync(kind, port, count);
        var (resident, heap) = await SettledAsync();
        clients.AddRange(await ConnectAsync(kind, port, count));
        var (residentAfter, heapAfter) = await SettledAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"MEMORY {(residentAfter - resident) / 1024.0 / count} {(heapAfter - heap) / 1024.0 / count}"));
        await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask())).WaitAsync(Longest);
        return 0;
    }

    // Each is used once: a client that has only connected may not have all that it needs.
    private static async Task<List<IClient>> ConnectAsync(string kind, int port, int count)
    {
        var clients = Enumerable.Range(0, count).Select(_ => ClientKind.Find(kind).Create(port)).ToList();
        foreach (var wave in clients.Chunk(Wave))
        {
            await Task.WhenAll(wave.Select(ConnectAsync)).WaitAsync(Longest);
        }

        return clients;
    }

    private static async Task ConnectAsync(IClient client)
    {
        await client.ConnectAsync();
        await client.CallAsync();
    }

    private static async Task<(long Resident, long Heap)> SettledAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        for (var i = 0; i < 2; i++)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return (Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: false));
    }
}
