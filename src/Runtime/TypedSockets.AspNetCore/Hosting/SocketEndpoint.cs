using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.AspNetCore.Sessions;
using TypedSockets.AspNetCore.WebSockets;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Hosting;

/// <summary>Answers an endpoint's HTTP requests: upgrades those that are meant for it, and tells the others what is wrong.</summary>
internal sealed class SocketEndpoint(SocketServer server, IReadOnlyList<HubRegistration> hubs)
{
    private readonly SocketAcceptor _acceptor = new(server, hubs);

    public Task HandleAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            return AnswerAsync(http, StatusCodes.Status400BadRequest, "This is a TypedSockets endpoint: connect to it with a WebSocket.");
        }

        if (!OriginPolicy.Allows(http.Request, server.Options))
        {
            SessionLog.ForeignOrigin(server.Logger, http.Request.Headers.Origin.ToString());
            return AnswerAsync(http, StatusCodes.Status403Forbidden, "Pages of this origin may not connect here.");
        }

        return http.WebSockets.WebSocketRequestedProtocols.Contains(ProtocolLimits.SubProtocol)
            ? UpgradeAsync(http)
            : AnswerAsync(http, StatusCodes.Status400BadRequest, $"This endpoint speaks the WebSocket sub-protocol '{ProtocolLimits.SubProtocol}'.");
    }

    private static Task AnswerAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text);
    }

    private async Task UpgradeAsync(HttpContext http)
    {
        await using var transport = await WebSocketUpgrade.AcceptAsync(http, ProtocolLimits.SubProtocol).ConfigureAwait(false);
        await _acceptor.ServeAsync(transport, http).ConfigureAwait(false);
    }
}
