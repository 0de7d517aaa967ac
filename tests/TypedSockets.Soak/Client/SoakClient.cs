using TypedSockets.Soak.Contracts;
using TypedSockets.Soak.Traffic;

namespace TypedSockets.Soak.Client;

/// <summary>A client that emits and calls as fast as it can, and checks what the server says.</summary>
public sealed class SoakClient : IAsyncDisposable
{
    private readonly int _index;
    private readonly SoakTraffic _traffic;
    private readonly TypedSocketClient _socket;
    private readonly HubClient<ISoakHub> _hub;
    private volatile bool _leaving;

    public SoakClient(Uri server, int index, SoakTraffic traffic, Random random)
    {
        _index = index;
        _traffic = traffic;
        var address = new UriBuilder(server) { Path = "/ws", Query = $"client={index}" }.Uri;
        _socket = new TypedSocketClient(address, new TypedSocketClientOptions { ReconnectPolicy = new PromptReconnect(random) });
        _hub = _socket.Hub<ISoakHub>();
        Subscribe(traffic[index]);
    }

    public Task ConnectAsync(CancellationToken cancel) => _socket.ConnectAsync(cancel);

    /// <summary>Sends until the gate says that it is enough.</summary>
    public Task SendAsync()
    {
        var flows = _traffic[_index];
        return Task.WhenAll(
            Sender.RunAsync(_traffic, flows.Up, number => _hub.Emit.Up(number, Payload.Of(number))),
            Sender.RunAsync(_traffic, flows.Calls, CallAsync));
    }

    public ValueTask DisposeAsync()
    {
        _leaving = true;
        return _socket.DisposeAsync();
    }

    private void Subscribe(ClientFlows flows)
    {
        _hub.On.Down((number, payload) =>
        {
            flows.Down.Receive(number, payload.Span);
            return default;
        });
        _hub.On.Ask(number =>
        {
            flows.Asks.Receive(number);
            return new(number);
        });
        _socket.Gap += _traffic.NoteGap;
        _socket.Resumed += _ => _traffic.NoteResumed();
        _socket.Dropped += emits => NoteFault($"has dropped {emits}");
        _socket.Unhandled += method => NoteFault($"does not handle {method}");
        _socket.HandlerFailed += failure => NoteFault($"could not handle {failure.Method}: {failure.Error.Message}");
        _socket.StateChanged += state =>
        {
            if (state is SocketState.Closed closed && !_leaving)
            {
                NoteFault($"has ended: {closed}");
            }
        };
    }

    private async ValueTask CallAsync(long number)
    {
        if (await _hub.Emit.Call(number) is var answer && answer != number)
        {
            NoteFault($"called with {number}, and was answered {answer}");
        }
    }

    private void NoteFault(string what) => _traffic.Faults.Enqueue($"client {_index} {what}");
}
