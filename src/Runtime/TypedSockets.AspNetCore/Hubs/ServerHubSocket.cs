using System.Security.Claims;
using TypedSockets.Hubs;

namespace TypedSockets.AspNetCore.Hubs;

/// <summary>One client's connection to a hub in the callback style.</summary>
internal sealed class ServerHubSocket<THub, TClient>(HubBinding binding) : HubSocket<THub, TClient>
    where THub : class, IHubContract<THub, TClient>
    where TClient : class
{
    private readonly HubClients<TClient> _clients = binding.Clients(THub.Client);
    private Func<ValueTask>[] _paused = [];
    private Func<ValueTask>[] _resumed = [];
    private Func<DisconnectReason, ValueTask>[] _disconnected = [];

    public override TClient Emit => _clients.Caller;

    public override Recipients<TClient> All => _clients.All;

    public override Recipients<TClient> Others => _clients.Others;

    public override string ConnectionId => binding.Context.ConnectionId;

    public override ClaimsPrincipal User => binding.Context.User;

    public override CancellationToken SessionEnded => binding.Context.SessionEnded;

    public override Recipients<TClient> Group(string group) => _clients.Group(group);

    public override Recipients<TClient> OthersInGroup(string group) => _clients.OthersInGroup(group);

    public override ValueTask Join(string group) => binding.Groups.Join(group);

    public override ValueTask Leave(string group) => binding.Groups.Leave(group);

    public override void OnPaused(Func<ValueTask> handler) => _paused = [.. _paused, handler];

    public override void OnResumed(Func<ValueTask> handler) => _resumed = [.. _resumed, handler];

    public override void OnDisconnected(Func<DisconnectReason, ValueTask> handler) => _disconnected = [.. _disconnected, handler];

    public ValueTask RaisePaused() => Raise(_paused);

    public ValueTask RaiseResumed() => Raise(_resumed);

    public async ValueTask RaiseDisconnected(DisconnectReason reason)
    {
        foreach (var handler in _disconnected)
        {
            await handler(reason).ConfigureAwait(false);
        }
    }

    private static async ValueTask Raise(Func<ValueTask>[] handlers)
    {
        foreach (var handler in handlers)
        {
            await handler().ConfigureAwait(false);
        }
    }
}
