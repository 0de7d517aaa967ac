using System.Diagnostics;
using TypedSockets;

namespace SessionCost;

/// <summary>How fast one connection carries events one way, with a session and without.</summary>
internal static class Throughput
{
    /// <summary>Events per second through a session.</summary>
    public static async Task<double> WithSessionAsync(string address, int count, int bytes)
    {
        await using var socket = new TypedSocketClient($"{address}/ws");
        var hub = socket.Hub<ICostHub>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var received = 0;
        hub.On.Came(_ =>
        {
            if (++received == count)
            {
                all.SetResult();
            }
        });
        await socket.ConnectAsync();
        var start = Stopwatch.GetTimestamp();
        await hub.Emit.Push(count, bytes);
        await all.Task;
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Events per second over the same transport without one.</summary>
    public static async Task<double> PlainAsync(string address, int count, int bytes)
    {
        var received = 0;
        var start = Stopwatch.GetTimestamp();
        await PlainReceiver.RunAsync(new Uri($"{address.Replace("http", "ws", StringComparison.Ordinal)}/plain?count={count}&bytes={bytes}"), _ => received++);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return received == count ? count / elapsed.TotalSeconds : throw new InvalidOperationException($"{received} of {count} events came.");
    }
}
