using TypedSockets.AspNetCore.Hubs;
using TypedSockets.Hubs;

namespace TypedSockets;

/// <summary>Adds hubs in the callback style to one endpoint.</summary>
public sealed class SocketsBuilder
{
    private readonly List<HubRegistration> _hubs;

    internal SocketsBuilder(IEnumerable<HubRegistration> hubs) => _hubs = [.. hubs];

    internal IReadOnlyList<HubRegistration> Hubs => _hubs;

    /// <summary>Adds a hub: the callback runs for each new session, and subscribes to what the client sends.</summary>
    /// <typeparam name="THub">The hub interface.</typeparam>
    /// <typeparam name="TClient">The client interface.</typeparam>
    /// <param name="connected">Runs before the client's first message is handled.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The endpoint has a hub of that name.</exception>
    public SocketsBuilder OnConnection<THub, TClient>(Action<HubSocket<THub, TClient>> connected)
        where THub : class, IHubContract<THub, TClient>
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(connected);
        return OnConnection<THub, TClient>(socket =>
        {
            connected(socket);
            return default;
        });
    }

    /// <summary>Adds a hub: the callback runs for each new session, and subscribes to what the client sends.</summary>
    /// <typeparam name="THub">The hub interface.</typeparam>
    /// <typeparam name="TClient">The client interface.</typeparam>
    /// <param name="connected">Completes before the client's first message is handled.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The endpoint has a hub of that name.</exception>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
    public SocketsBuilder OnConnection<THub, TClient>(Func<HubSocket<THub, TClient>, ValueTask> connected)
        where THub : class, IHubContract<THub, TClient>
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(connected);
        if (_hubs.Exists(hub => hub.Contract.Name == THub.Contract.Name))
        {
            throw new ArgumentException($"The endpoint has a hub named '{THub.Contract.Name}' already.");
        }

        _hubs.Add(new CallbackHubRegistration<THub, TClient>(connected));
        return this;
    }
}
