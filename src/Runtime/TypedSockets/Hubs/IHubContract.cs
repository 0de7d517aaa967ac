namespace TypedSockets.Hubs;

/// <summary>
/// Put on a hub interface by the generator. Generic entry points are constrained to it, so that a hub without generated code
/// does not compile instead of failing at run time.
/// </summary>
/// <typeparam name="THub">The hub interface itself.</typeparam>
public interface IHubContract<THub>
    where THub : class, IHubContract<THub>
{
    /// <summary>Name, fingerprint and both sides.</summary>
    static abstract HubContract Contract { get; }

    /// <summary>What the server offers.</summary>
    static abstract ContractSide<THub> Server { get; }
}

/// <summary>Put on a hub interface by the generator; ties the hub to what its clients offer.</summary>
/// <typeparam name="THub">The hub interface itself.</typeparam>
/// <typeparam name="TClient">The client interface.</typeparam>
public interface IHubContract<THub, TClient> : IHubContract<THub>
    where THub : class, IHubContract<THub, TClient>
    where TClient : class
{
    /// <summary>What the client offers.</summary>
    static abstract ContractSide<TClient> Client { get; }
}
