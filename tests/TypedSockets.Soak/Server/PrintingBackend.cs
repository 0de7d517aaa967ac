using TypedSockets.Soak.Contracts;
using TypedSockets.Soak.Traffic;

namespace TypedSockets.Soak.Server;

/// <summary>
/// Says what happens on the server, a line each, before anything else becomes of it: what is written to a pipe stays there when the process is killed.
/// </summary>
/// <param name="output">Where the lines go.</param>
public sealed class PrintingBackend(TextWriter output) : IBackend
{
    private readonly Lock _gate = new();

    /// <summary>How long to wait between two messages to a client; zero to send as fast as it takes them.</summary>
    public TimeSpan Pace { get; init; }

    /// <summary>Whether clients are spoken to even while the server shuts down, as by an application that does not care.</summary>
    public bool IsPersistent { get; init; }

    /// <summary>The emit of each client whose handling does not end; zero for none.</summary>
    public long StuckAt { get; init; }

    public async Task ServeAsync(int client, ISoakClient proxy, CancellationToken stopping, CancellationToken ended)
    {
        // Off the caller's stack, because a send that never waits never gives it back.
        await Task.Yield();
        var number = 0L;
        using var enough = IsPersistent ? null : CancellationTokenSource.CreateLinkedTokenSource(stopping, ended);
        var end = enough?.Token ?? ended;
        while (!end.IsCancellationRequested)
        {
            number++;
            await proxy.Down(number, Payload.Of(number));
            if (Pace > TimeSpan.Zero)
            {
                await Task.Delay(Pace, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        Print($"down {client} {number}");
    }

    public ValueTask TakeUpAsync(int client, long number, ReadOnlyMemory<byte> payload)
    {
        Print(Payload.IsOf(number, payload.Span) ? $"up {client} {number}" : $"damaged {client} {number}");
        return number == StuckAt ? new ValueTask(Task.Delay(Timeout.InfiniteTimeSpan)) : default;
    }

    public void NoteCall(int client, long number) => Print($"call {client} {number}");

    public void NoteDisconnected(int client, DisconnectReason reason) => Print($"disconnected {client} {reason}");

    private void Print(string line)
    {
        lock (_gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }
}
