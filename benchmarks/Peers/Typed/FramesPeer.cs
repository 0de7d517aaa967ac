using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TypedSockets.AspNetCore.WebSockets;

namespace Peers.Typed;

/// <summary>
/// What a session costs is the difference to this: the same contract, generated code, frames and transport, without numbers, acknowledgements, windows and
/// an outbox. One way only: emits in, and pushes out.
/// </summary>
internal sealed class FramesPeer : IPeer
{
    public string Details => new TypedPeer().Details;

    public void Configure(WebApplicationBuilder builder)
    {
    }

    public void Map(WebApplication app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.Map("/ws", ServeAsync);
    }

    private static async Task ServeAsync(HttpContext http)
    {
        await using var transport = await WebSocketUpgrade.AcceptAsync(http, "ts.v1");
        var sender = new FramesSender(transport);
        var pump = sender.RunAsync();
        await new FramesReceiver(transport, new FramesHub(sender)).RunAsync();
        sender.Complete();
        await pump;
    }
}
