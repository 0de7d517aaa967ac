using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Hubs;

/// <summary>A hub object, and a service scope, for each call.</summary>
internal sealed class CallHubHandler<THub, TImplementation>(HubBinding binding) : HubHandler(THub.Server, binding)
    where THub : class, IHubContract<THub>
    where TImplementation : SocketHub, THub
{
    public override ValueTask ConnectedAsync() => RunAsync(hub => hub.RunConnected());

    public override ValueTask PausedAsync() => RunAsync(hub => hub.RunPaused());

    public override ValueTask ResumedAsync() => RunAsync(hub => hub.RunResumed());

    public override ValueTask DisconnectedAsync(DisconnectReason reason) => RunAsync(hub => hub.RunDisconnected(reason));

    public override ValueTask Handle(HubMethod method, ReadOnlySpan<byte> arguments, InboundCall call) =>
        HandleAsync(method, MessageBody.Copy(arguments), call);

    private async ValueTask RunAsync(Func<TImplementation, ValueTask> callback)
    {
        await using var scope = CreateScope();
        await callback(CreateHub(scope)).ConfigureAwait(false);
    }

    private async ValueTask HandleAsync(HubMethod method, MessageBody arguments, InboundCall call)
    {
        try
        {
            await using var scope = CreateScope();
            await Dispatch(CreateHub(scope), method, arguments, call).ConfigureAwait(false);
        }
        finally
        {
            arguments.Release();
        }
    }

    private static ValueTask Dispatch(TImplementation hub, HubMethod method, MessageBody arguments, InboundCall call)
    {
        var reader = new PayloadReader(arguments.Span);
        return THub.Server.Dispatch(hub, method.Id, ref reader, call);
    }

    private AsyncServiceScope CreateScope() => Binding.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();

    private TImplementation CreateHub(AsyncServiceScope scope)
    {
        var hub = scope.ServiceProvider.GetRequiredService<TImplementation>();
        hub.Bind(Binding, THub.Contract);
        return hub;
    }
}
