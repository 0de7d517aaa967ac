using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TypedSockets;
using TypedSockets.AspNetCore.Hosting;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.AspNetCore.Recipients;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds TypedSockets to an application's services.</summary>
public static class TypedSocketsServiceCollectionExtensions
{
    /// <summary>Adds what a TypedSockets server needs. Add hubs to what it returns, and map an endpoint with <c>MapTypedSockets</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>What hubs are added to.</returns>
    public static TypedSocketsBuilder AddTypedSockets(this IServiceCollection services, Action<TypedSocketsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<TypedSocketsOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.AddAuthorization();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HubDirectory>();
        services.TryAddSingleton<SocketServer>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SocketServerLifetime>());
        services.TryAddSingleton(typeof(ISocketHubContext<,>), typeof(SocketHubContext<,>));
        return new TypedSocketsBuilder(services);
    }
}
