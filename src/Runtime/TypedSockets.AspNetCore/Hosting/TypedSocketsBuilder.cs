using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.Hubs;

namespace TypedSockets;

/// <summary>Adds hubs to a server.</summary>
public sealed class TypedSocketsBuilder
{
    internal TypedSocketsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a hub: every endpoint offers it. Several hubs share one socket.</summary>
    /// <typeparam name="THub">The hub interface.</typeparam>
    /// <typeparam name="TImplementation">The class that implements it; its constructor's parameters are injected.</typeparam>
    /// <param name="lifetime">How long an object of the class lives.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A hub of that name was added before, or the class is for another client interface.</exception>
    public TypedSocketsBuilder AddHub<THub, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(
        HubLifetime lifetime = HubLifetime.PerSession)
        where THub : class, IHubContract<THub>
        where TImplementation : SocketHub, THub
    {
        foreach (var service in Services)
        {
            if (service.ImplementationInstance is HubRegistration registration && registration.Contract.Name == THub.Contract.Name)
            {
                throw new ArgumentException(
                    $"A hub named '{THub.Contract.Name}' was added before. Give '{typeof(THub).Name}' another name: [SocketHub<...>(\"name\")].");
            }
        }

        Services.TryAddTransient<TImplementation>();
        Services.AddSingleton<HubRegistration>(new ClassHubRegistration<THub, TImplementation>(lifetime));
        return this;
    }
}
