using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Codecs;
using TypedSockets.Hubs;

namespace TypedSockets.AspNetCore.Hubs;

/// <summary>One hub object for the whole session.</summary>
internal sealed class SessionHubHandler<THub, TImplementation>(HubBinding binding) : HubHandler(THub.Server, binding)
    where THub : class, IHubContract<THub>
    where TImplementation : SocketHub, THub
{
    private TImplementation? _hub;

    public override ValueTask ConnectedAsync()
    {
        _hub = Binding.Services.GetRequiredService<TImplementation>();
        _hub.Bind(Binding, THub.Contract);
        return _hub.RunConnected();
    }

    public override ValueTask Handle(HubMethod method, ReadOnlySpan<byte> arguments, InboundCall call)
    {
        var reader = new PayloadReader(arguments);
        return THub.Server.Dispatch(_hub!, method.Id, ref reader, call);
    }

    public override ValueTask PausedAsync() => _hub is null ? default : _hub.RunPaused();

    public override ValueTask ResumedAsync() => _hub is null ? default : _hub.RunResumed();

    public override ValueTask DisconnectedAsync(DisconnectReason reason) => _hub is null ? default : _hub.RunDisconnected(reason);
}
