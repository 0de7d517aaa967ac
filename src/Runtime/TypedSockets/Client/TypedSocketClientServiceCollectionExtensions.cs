using Microsoft.Extensions.Logging;
using TypedSockets;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a TypedSockets client to a host's services.</summary>
public static class TypedSocketClientServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="TypedSocketClient"/>, one for the application, with the container's logging and clock. Inject it to call
    /// <see cref="TypedSocketClient.ConnectAsync"/> when the application is ready; the container disposes it.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="address">The endpoint, for instance <c>ws://localhost:5080/ws</c>.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>What hubs are added to.</returns>
    /// <exception cref="InvalidOperationException">A client was added before: there is one for the application.</exception>
    public static TypedSocketClientBuilder AddTypedSocketClient(
        this IServiceCollection services, string address, Action<TypedSocketClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(address);
        if (services.Any(service => service.ServiceType == typeof(TypedSocketClient)))
        {
            throw new InvalidOperationException(
                "A TypedSocketClient was added before. Add hubs to what the first AddTypedSocketClient has returned, or create further clients with 'new'.");
        }

        services.AddSingleton(provider =>
        {
            var options = new TypedSocketClientOptions();
            options.LoggerFactory = provider.GetService<ILoggerFactory>() ?? options.LoggerFactory;
            options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;
            configure?.Invoke(options);
            return new TypedSocketClient(address, options);
        });
        return new TypedSocketClientBuilder(services);
    }
}
