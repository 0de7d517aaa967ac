using EndToEnd.Clients;
using EndToEnd.Workloads;
using EndToEnd.Processes;

namespace EndToEnd;

/// <summary>One of the two that are compared: its server, and a client process that runs the loads.</summary>
internal sealed class Side : IDisposable
{
    private readonly PinnedProcess _server;
    private readonly PinnedProcess _client;
    private readonly string _port;

    private Side(PinnedProcess server, PinnedProcess client, string port)
    {
        _server = server;
        _client = client;
        _port = port;
    }

    public static async Task<Side> StartAsync(ClientKind kind)
    {
        var server = PinnedProcess.StartServer(kind.Server);
        var port = (await server.ReadAsync()).Split(' ')[1];
        var client = PinnedProcess.StartClient("load", kind.Name, port, $"{server.Id}");
        await client.ReadAsync();
        return new Side(server, client, port);
    }

    /// <summary>Runs a load that does not count, on all cores: on a busy core of its own the JIT would not come to its end for long.</summary>
    public async Task WarmUpAsync(Workload load, double seconds)
    {
        Lend(allCores: true);
        await _client.AskAsync($"{load.Name} 0 {seconds}");
        Lend(allCores: false);
    }

    public async Task<Sample> MeasureAsync(Workload load, double seconds) => Sample.Parse(await _client.AskAsync($"{load.Name} 0.3 {seconds}"));

    /// <summary>What each of so many clients in a fresh process keeps, in KB: resident, and on the heap.</summary>
    public async Task<(double Resident, double Heap)> MeasureMemoryAsync(ClientKind kind, int count)
    {
        using var client = PinnedProcess.StartClient("memory", kind.Name, _port, $"{count}");
        var words = (await client.ReadAsync()).Split(' ');
        await client.EndAsync();
        return (double.Parse(words[1]), double.Parse(words[2]));
    }

    /// <summary>Milliseconds from the start of a fresh process to its first message.</summary>
    public async Task<double> MeasureStartAsync(ClientKind kind)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        using var client = PinnedProcess.StartClient("first", kind.Name, _port);
        var words = (await client.ReadAsync()).Split(' ');
        await client.EndAsync();
        return System.Diagnostics.Stopwatch.GetElapsedTime(start, long.Parse(words[1])).TotalMilliseconds;
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private void Lend(bool allCores)
    {
        _server.Lend(allCores);
        _client.Lend(allCores);
    }
}
