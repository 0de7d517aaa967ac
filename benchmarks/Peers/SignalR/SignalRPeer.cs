using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace Peers.SignalR;

/// <summary>SignalR as it comes, over WebSockets; only silent clients are left alone, because the generator may be silent for long.</summary>
internal sealed class SignalRPeer(bool messagePack) : IPeer
{
    public void Configure(WebApplicationBuilder builder)
    {
        var signalR = builder.Services.AddSignalR(options => options.ClientTimeoutInterval = TimeSpan.FromMinutes(10));
        if (messagePack)
        {
            signalR.AddMessagePackProtocol();
        }
    }

    public void Map(WebApplication app) => app.MapHub<LoadHub>("/ws", options => options.Transports = HttpTransportType.WebSockets);
}
