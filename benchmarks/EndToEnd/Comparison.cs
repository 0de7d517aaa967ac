using EndToEnd.Clients;
using EndToEnd.Report;
using EndToEnd.Workloads;

namespace EndToEnd;

/// <summary>Measures both, round after round, in an order that alternates; prints the table.</summary>
internal sealed class Comparison(Plan plan, Side typed, Side signalR)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly List<Row> _rows = [];

    public static async Task<int> RunAsync(Plan plan)
    {
        using var typed = await Side.StartAsync(ClientKind.Typed);
        using var signalR = await Side.StartAsync(ClientKind.SignalR);
        var comparison = new Comparison(plan, typed, signalR);
        await comparison.MeasureAsync().WaitAsync(Longest);
        Console.WriteLine("| median (least to most) | TypedSockets | SignalR, MessagePack | TypedSockets better by |");
        Console.WriteLine("|---|---:|---:|---:|");
        comparison._rows.ForEach(Console.WriteLine);
        return 0;
    }

    private async Task MeasureAsync()
    {
        Add("calls one after another, p50, µs", await RunAsync(Workload.Call), sample => sample.P50);
        AddLoad("calls, 64 in flight", await RunAsync(Workload.Calls));
        AddLoad("emits to the server", await RunAsync(Workload.Emits));
        AddLoad("events of 64 B to the client", await RunAsync(Workload.Pushes));
        var memory = await AlternateAsync(
            "memory", plan.MemoryRounds, () => typed.MeasureMemoryAsync(ClientKind.Typed, plan.Clients), () => signalR.MeasureMemoryAsync(ClientKind.SignalR, plan.Clients));
        Add("a client's memory, resident, KB", memory, client => client.Resident);
        Add("a client's memory, GC heap, KB", memory, client => client.Heap);
        Add("cold start to the first message, ms", await StartAsync(ClientKind.SignalR), milliseconds => milliseconds);
        Add("the same, SignalR without negotiation, ms", await StartAsync(ClientKind.SignalRDirect), milliseconds => milliseconds);
    }

    private async Task<List<(Sample Typed, Sample SignalR)>> RunAsync(Workload load)
    {
        await typed.WarmUpAsync(load, plan.Cold);
        await signalR.WarmUpAsync(load, plan.Cold);
        return await AlternateAsync(load.Name, plan.Rounds, () => typed.MeasureAsync(load, plan.Measured), () => signalR.MeasureAsync(load, plan.Measured));
    }

    private Task<List<(double Typed, double SignalR)>> StartAsync(ClientKind other) =>
        AlternateAsync("start", plan.Starts, () => typed.MeasureStartAsync(ClientKind.Typed), () => signalR.MeasureStartAsync(other));

    private static async Task<List<(T Typed, T SignalR)>> AlternateAsync<T>(string name, int rounds, Func<Task<T>> measureTyped, Func<Task<T>> measureSignalR)
    {
        List<(T Typed, T SignalR)> values = [];
        for (var round = 0; round < rounds; round++)
        {
            var signalRFirst = round % 2 == 1;
            var before = signalRFirst ? await measureSignalR() : default;
            var ours = await measureTyped();
            values.Add((ours, signalRFirst ? before! : await measureSignalR()));
            Console.Error.WriteLine($"{name} | round {round + 1} | {values[^1]}");
        }

        return values;
    }

    private void AddLoad(string name, List<(Sample Typed, Sample SignalR)> rounds)
    {
        Add($"{name}, per second", rounds, sample => sample.PerSecond, moreIsBetter: true);
        Add($"{name}, server CPU each, µs", rounds, sample => sample.ServerCpu);
        Add($"{name}, client CPU each, µs", rounds, sample => sample.ClientCpu);
    }

    private void Add<T>(string name, List<(T Typed, T SignalR)> rounds, Func<T, double> value, bool moreIsBetter = false) =>
        _rows.Add(new Row(name, moreIsBetter, [.. rounds.Select(round => value(round.Typed))], [.. rounds.Select(round => value(round.SignalR))]));
}
