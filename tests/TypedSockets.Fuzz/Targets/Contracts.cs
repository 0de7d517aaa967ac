using TypedSockets.Hubs;

namespace TypedSockets.Fuzz.Targets;

/// <summary>What the generator has written for a hub.</summary>
internal static class Contracts
{
    public static HubContract Of<THub>()
        where THub : class, IHubContract<THub> => THub.Contract;

    public static ContractSide<THub> Side<THub>()
        where THub : class, IHubContract<THub> => THub.Server;
}
