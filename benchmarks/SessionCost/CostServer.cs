using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedSockets.Transports;

namespace SessionCost;

/// <summary>One Kestrel with both: the hub at <c>/ws</c>, and at <c>/plain</c> the same frames over the same transport without numbers, acks and outbox.</summary>
internal static class CostServer
{
    public static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddTypedSockets().AddHub<ICostHub, CostHub>();
        var app = builder.Build();
        app.UseWebSockets();
        app.MapTypedSockets("/ws");
        app.Map("/plain", ServePlainAsync);
        await app.StartAsync();
        return app;
    }

    private static async Task ServePlainAsync(HttpContext http)
    {
        var count = int.Parse(http.Request.Query["count"]!, System.Globalization.CultureInfo.InvariantCulture);
        var bytes = int.Parse(http.Request.Query["bytes"]!, System.Globalization.CultureInfo.InvariantCulture);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await using var transport = new WebSocketTransport(socket);
        await new PlainSender(transport).RunAsync(count, bytes);
        await transport.CloseAsync(TypedSockets.SocketCloseCode.Normal, "", http.RequestAborted);
    }
}
