using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TypedSockets.Hubs;

namespace TypedSockets;

/// <summary>Adds hubs to a client in a host.</summary>
public sealed class TypedSocketClientBuilder
{
    internal TypedSocketClientBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Makes <see cref="HubClient{THub}"/> injectable.</summary>
    /// <typeparam name="THub">The hub interface.</typeparam>
    /// <returns>This builder.</returns>
    public TypedSocketClientBuilder AddHub<THub>()
        where THub : class, IHubContract<THub>
    {
        Services.TryAddSingleton(provider => provider.GetRequiredService<TypedSocketClient>().Hub<THub>());
        return this;
    }
}
