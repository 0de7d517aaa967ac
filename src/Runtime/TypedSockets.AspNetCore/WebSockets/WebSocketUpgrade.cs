using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Net.Http.Headers;
using TypedSockets.Transports;

namespace TypedSockets.AspNetCore.WebSockets;

/// <summary>Turns an HTTP request into a transport (RFC 6455, 4.2.2).</summary>
internal static class WebSocketUpgrade
{
    /// <summary>Accepts a request that the WebSocket middleware has found to be one for a WebSocket.</summary>
    /// <param name="http">The request.</param>
    /// <param name="subProtocol">What it is answered with.</param>
    public static async Task<ITransport> AcceptAsync(HttpContext http, string subProtocol)
    {
        if (http.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } upgrade)
        {
            // HTTP/2 and 3, where a WebSocket is a stream, and test servers, which have a WebSocket and no connection.
            var accept = new WebSocketAcceptContext { SubProtocol = subProtocol, KeepAliveInterval = TimeSpan.Zero };
            return new WebSocketTransport(await http.WebSockets.AcceptWebSocketAsync(accept).ConfigureAwait(false));
        }

        var headers = http.Response.Headers;
        headers.Connection = HeaderNames.Upgrade;
        headers.Upgrade = "websocket";
        headers.SecWebSocketAccept = AcceptValue(http.Request.Headers.SecWebSocketKey.ToString());
        headers.SecWebSocketProtocol = subProtocol;
        http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        var stream = await upgrade.UpgradeAsync().ConfigureAwait(false);
        return new PipeTransport(FindPipe(http, upgrade) ?? new StreamPipe(stream), http.Abort);
    }

    // Kestrel's stream copies to and from the connection's pipes, which are there to be had. Not if somebody else has put himself in between: what he does
    // to the stream must not be passed by.
    private static IDuplexPipe? FindPipe(HttpContext http, IHttpUpgradeFeature upgrade) =>
        ReferenceEquals(upgrade, http.Features.Get<IHttpRequestFeature>()) ? http.Features.Get<IConnectionTransportFeature>()?.Transport : null;

    private static string AcceptValue(string key)
    {
        // RFC 6455, 1.3.
        const string guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
#pragma warning disable CA5350 // The RFC asks for SHA-1; it protects nothing.
        return Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + guid)));
#pragma warning restore CA5350
    }

    private sealed class StreamPipe(Stream stream) : IDuplexPipe
    {
        public PipeReader Input { get; } = PipeReader.Create(stream, new StreamPipeReaderOptions(useZeroByteReads: true));

        public PipeWriter Output { get; } = PipeWriter.Create(stream);
    }
}
