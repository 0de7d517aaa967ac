using System.Diagnostics;
using EndToEnd.Clients;

namespace EndToEnd.Roles;

/// <summary>Connects, asks for one event, and says when it came: on the clock that all processes of a machine share.</summary>
internal static class FirstMessageRole
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string kind, int port)
    {
        var came = new TaskCompletionSource<long>();
        await using var client = ClientKind.Find(kind).Create(port);
        client.Came = () => came.TrySetResult(Stopwatch.GetTimestamp());
        await client.ConnectAsync();
        await client.PushAsync(count: 1, bytes: 64);
        Console.WriteLine($"FIRST {await came.Task.WaitAsync(Longest)}");
        return 0;
    }
}
