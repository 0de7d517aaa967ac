using EndToEnd.Clients;

namespace EndToEnd.Workloads;

/// <summary>What a client does until it is stopped; what is under way then is awaited.</summary>
/// <param name="Name">As a client process is told it.</param>
internal abstract record Workload(string Name)
{
    public static Workload Call { get; } = new Calls("call", InFlight: 1);

    public static Workload Calls { get; } = new Calls("calls", InFlight: 64);

    public static Workload Emits { get; } = new Emits("emits");

    public static Workload Pushes { get; } = new Pushes("pushes");

    public static Workload Find(string name) => new[] { Call, Calls, Emits, Pushes }.Single(load => load.Name == name);

    public abstract Task RunAsync(IClient client, Meter meter, CancellationToken stop);
}
