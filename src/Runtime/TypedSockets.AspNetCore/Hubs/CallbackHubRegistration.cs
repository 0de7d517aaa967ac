using TypedSockets.Hubs;

namespace TypedSockets.AspNetCore.Hubs;

/// <summary>A hub in the callback style.</summary>
internal sealed class CallbackHubRegistration<THub, TClient>(Func<HubSocket<THub, TClient>, ValueTask> connected) : HubRegistration(THub.Contract)
    where THub : class, IHubContract<THub, TClient>
    where TClient : class
{
    public override HubHandler CreateHandler(HubBinding binding) => new CallbackHubHandler<THub, TClient>(binding, connected);
}
