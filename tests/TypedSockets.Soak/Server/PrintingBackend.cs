using TypedSockets.Soak.Contracts;
using TypedSockets.Soak.Traffic;

namespace TypedSockets.Soak.Server;

/// <summary>
/// Says what happens on the server, a line each, before anything else becomes of it: what is written to a pipe stays there when the process is killed.
/// </summary>
/// <param name="output">Where the lines go.</param>
/// <param name="pace">How long to wait between two messages to a client; zero to send as fast as it takes them.</param>
/// <param name="persistent">Whether clients are spoken to even while the server shuts down, as by an application that does not care.</param>
public sealed class PrintingBackend(TextWriter output, TimeSpan pace, bool persistent) : IBackend
{
    private readonly Lock _gate = new();

    public async Task ServeAsync(int client, ISoakClient proxy, CancellationToken stopping, CancellationToken ended)
    {
        // Off the caller's stack, because a send that never waits never gives it back.
        await Task.Yield();
        var number = 0L;
        using var enough = persistent ? null : CancellationTokenSource.CreateLinkedTokenSource(stopping, ended);
        var end = enough?.Token ?? ended;
        while (!end.IsCancellationRequested)
        {
            number++;
            await proxy.Down(number, Payload.Of(number));
            if (pace > TimeSpan.Zero)
            {
                await Task.Delay(pace, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        Print($"down {client} {number}");
    }

    public void NoteUp(int client, long number, ReadOnlySpan<byte> payload) =>
        Print(Payload.IsOf(number, payload) ? $"up {client} {number}" : $"damaged {client} {number}");

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
