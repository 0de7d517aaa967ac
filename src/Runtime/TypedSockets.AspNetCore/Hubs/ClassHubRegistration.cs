using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using TypedSockets.Hubs;

namespace TypedSockets.AspNetCore.Hubs;

/// <summary>A hub that is a class.</summary>
internal sealed class ClassHubRegistration<THub, TImplementation>(HubLifetime lifetime) : HubRegistration(THub.Contract)
    where THub : class, IHubContract<THub>
    where TImplementation : SocketHub, THub
{
    public override IReadOnlyList<IAuthorizeData> Authorization { get; } =
        [.. typeof(TImplementation).GetCustomAttributes<AuthorizeAttribute>(inherit: true)];

    public override HubHandler CreateHandler(HubBinding binding) => lifetime == HubLifetime.PerSession
        ? new SessionHubHandler<THub, TImplementation>(binding)
        : new CallHubHandler<THub, TImplementation>(binding);
}
