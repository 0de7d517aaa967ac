using System.Globalization;
using EndToEnd.Clients;
using EndToEnd.Workloads;

namespace EndToEnd.Roles;

/// <summary>A client with one connection that runs the loads it is told on its standard input, until that ends.</summary>
internal static class LoadRole
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    // Not asynchronous: what measures must not wait for a thread of the pool that it loads.
    public static int Run(string kind, int port, int server)
    {
        var client = ClientKind.Find(kind).Create(port);
        client.ConnectAsync().WaitAsync(Longest).GetAwaiter().GetResult();
        var meter = new Meter(server);
        Console.WriteLine("READY");
        while (Console.ReadLine()?.Split(' ') is [var load, var warm, var measured])
        {
            Console.WriteLine(Measure(client, meter, Workload.Find(load), Seconds(warm), Seconds(measured)));
        }

        return 0;
    }

    private static Sample Measure(IClient client, Meter meter, Workload load, double warm, double measured)
    {
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => load.RunAsync(client, meter, stop.Token));
        Thread.Sleep(TimeSpan.FromSeconds(warm));
        var sample = meter.Measure(measured);
        stop.Cancel();
        running.WaitAsync(Longest).GetAwaiter().GetResult();
        return sample;
    }

    private static double Seconds(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
