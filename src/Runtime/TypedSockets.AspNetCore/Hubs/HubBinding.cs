using Microsoft.Extensions.Logging;
using TypedSockets.AspNetCore.Recipients;

namespace TypedSockets.AspNetCore.Hubs;

/// <summary>What ties hub objects to one session: all objects of the session share it.</summary>
internal sealed class HubBinding(IServiceProvider services, SocketContext context, HubGroups groups, IRecipientSource recipients, ILogger logger)
{
    private object? _clients;

    /// <summary>The session's services.</summary>
    public IServiceProvider Services => services;

    public SocketContext Context => context;

    public HubGroups Groups => groups;

    public IRecipientSource Recipients => recipients;

    public ILogger Logger => logger;

    /// <summary>The recipients, typed; created once.</summary>
    public HubClients<TClient> Clients<TClient>(TypedSockets.Hubs.ContractSide<TClient> side)
        where TClient : class => (HubClients<TClient>)(_clients ??= new HubClients<TClient>(recipients, side));
}
