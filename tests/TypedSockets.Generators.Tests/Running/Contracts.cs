using TypedSockets.Hubs;

namespace TypedSockets.Generators.Tests.Running;

/// <summary>Reaches what the generator adds to a hub, which only generic code can name.</summary>
internal static class Contracts
{
    public static HubContract Of<THub>()
        where THub : class, IHubContract<THub> => THub.Contract;

    public static ContractSide<THub> Server<THub>()
        where THub : class, IHubContract<THub> => THub.Server;

    public static ContractSide<TClient> Client<THub, TClient>()
        where THub : class, IHubContract<THub, TClient>
        where TClient : class => THub.Client;
}
