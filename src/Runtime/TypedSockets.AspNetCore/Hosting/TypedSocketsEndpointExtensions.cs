using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets;
using TypedSockets.AspNetCore.Hosting;
using TypedSockets.AspNetCore.Hubs;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps TypedSockets endpoints.</summary>
public static class TypedSocketsEndpointExtensions
{
    /// <summary>Maps an endpoint that offers every hub that was added with <c>AddHub</c>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The route, for instance <c>/ws</c>.</param>
    /// <param name="configure">Adds hubs in the callback style, for this endpoint alone.</param>
    /// <returns>Further conventions, for instance <c>RequireAuthorization()</c>.</returns>
    /// <exception cref="InvalidOperationException"><c>AddTypedSockets</c> was not called, or there is no hub.</exception>
    public static IEndpointConventionBuilder MapTypedSockets(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Action<SocketsBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var server = endpoints.ServiceProvider.GetService<SocketServer>()
            ?? throw new InvalidOperationException("MapTypedSockets needs services that are not there. Call builder.Services.AddTypedSockets() before building the application.");
        var sockets = new SocketsBuilder(endpoints.ServiceProvider.GetServices<HubRegistration>());
        configure?.Invoke(sockets);
        if (sockets.Hubs.Count == 0)
        {
            throw new InvalidOperationException($"'{pattern}' would offer no hub. Add one: builder.Services.AddTypedSockets().AddHub<IMyHub, MyHub>().");
        }

        var endpoint = new SocketEndpoint(server, sockets.Hubs);
        RequestDelegate pipeline = endpoints.CreateApplicationBuilder().UseWebSockets().Use(_ => endpoint.HandleAsync).Build();
        return endpoints.Map(pattern, pipeline).WithDisplayName($"TypedSockets {pattern}");
    }
}
