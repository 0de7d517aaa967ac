using Peers.Typed;
using TypedSockets;

namespace EndToEnd.Clients;

/// <summary>Our client as it comes.</summary>
internal sealed class TypedClient : IClient
{
    private readonly TypedSocketClient _socket;
    private readonly HubClient<ILoadHub> _hub;

    public TypedClient(int port)
    {
        _socket = new TypedSocketClient($"ws://127.0.0.1:{port}/ws");
        _hub = _socket.Hub<ILoadHub>();
        _hub.On.Pushed(_ => Came());
    }

    public Action Came { get; set; } = () => { };

    public Task ConnectAsync() => _socket.ConnectAsync();

    public async ValueTask CallAsync() => _ = await _hub.Emit.Call(Arguments.Player, Arguments.X, Arguments.Y);

    public ValueTask EmitAsync()
    {
        _hub.Emit.Emit(Arguments.Player, Arguments.X, Arguments.Y);
        return default;
    }

    public ValueTask PushAsync(int count, int bytes) => _hub.Emit.Push(count, bytes);

    public ValueTask DisposeAsync() => _socket.DisposeAsync();
}
