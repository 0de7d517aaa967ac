using TypedSockets.Soak.Contracts;
using TypedSockets.Soak.Traffic;

namespace TypedSockets.Soak.Server;

/// <summary>Sends to every client as fast as it takes it, asks it meanwhile, and checks what it says.</summary>
public sealed class CheckingBackend(SoakTraffic traffic) : IBackend
{
    public Task ServeAsync(int client, ISoakClient proxy, CancellationToken stopping, CancellationToken ended)
    {
        var flows = traffic[client];
        return Task.WhenAll(
            Sender.RunAsync(traffic, flows.Down, number => proxy.Down(number, Payload.Of(number)), ended),
            Sender.RunAsync(traffic, flows.Asks, number => AskAsync(proxy, number), ended));
    }

    public ValueTask TakeUpAsync(int client, long number, ReadOnlyMemory<byte> payload)
    {
        traffic[client].Up.Receive(number, payload.Span);
        return default;
    }

    public void NoteCall(int client, long number) => traffic[client].Calls.Receive(number);

    public void NoteDisconnected(int client, DisconnectReason reason)
    {
        if (reason != DisconnectReason.Left)
        {
            traffic.Faults.Enqueue($"client {client} has ended on the server: {reason}");
        }
    }

    private async ValueTask AskAsync(ISoakClient proxy, long number)
    {
        if (await proxy.Ask(number) is var answer && answer != number)
        {
            traffic.Faults.Enqueue($"a client was asked {number} and answered {answer}");
        }
    }
}
