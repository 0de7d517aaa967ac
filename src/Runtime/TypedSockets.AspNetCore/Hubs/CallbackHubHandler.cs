using TypedSockets.Codecs;
using TypedSockets.Hubs;

namespace TypedSockets.AspNetCore.Hubs;

/// <summary>Hands a session's messages to the handlers that its callback subscribed.</summary>
internal sealed class CallbackHubHandler<THub, TClient>(HubBinding binding, Func<HubSocket<THub, TClient>, ValueTask> connected)
    : HubHandler(THub.Server, binding)
    where THub : class, IHubContract<THub, TClient>
    where TClient : class
{
    private readonly ServerHubSocket<THub, TClient> _socket = new(binding);

    public override ValueTask ConnectedAsync() => connected(_socket);

    public override ValueTask Handle(HubMethod method, ReadOnlySpan<byte> arguments, InboundCall call)
    {
        if (!_socket.Handlers.Handles(method))
        {
            throw new NoHandlerException(method);
        }

        var reader = new PayloadReader(arguments);
        return Side.Raise(_socket.Handlers, method.Id, ref reader, call);
    }

    public override ValueTask PausedAsync() => _socket.RaisePaused();

    public override ValueTask ResumedAsync() => _socket.RaiseResumed();

    public override ValueTask DisconnectedAsync(DisconnectReason reason) => _socket.RaiseDisconnected(reason);
}
