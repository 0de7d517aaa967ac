using System.Net.WebSockets;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Client;

/// <summary>Opens WebSockets.</summary>
internal sealed class WebSocketDialer(Uri address, TypedSocketClientOptions options) : IDialer
{
    public Uri Address { get; } = ToWebSocket(address);

    public async Task<ITransport> DialAsync(CancellationToken cancel)
    {
        var socket = new ClientWebSocket();
        try
        {
            await ConfigureAsync(socket, cancel).ConfigureAwait(false);
            await socket.ConnectAsync(Address, cancel).ConfigureAwait(false);
        }
        catch (Exception error) when (error is WebSocketException or HttpRequestException)
        {
            var status = (int)socket.HttpStatusCode;
            socket.Dispose();
            throw ConnectErrors.From(Address, status, error);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        if (socket.SubProtocol != ProtocolLimits.SubProtocol)
        {
            socket.Dispose();
            throw ConnectErrors.OtherProtocol(Address);
        }

        return new WebSocketTransport(socket);
    }

    private static Uri ToWebSocket(Uri address)
    {
        if (!address.IsAbsoluteUri)
        {
            throw new ArgumentException($"'{address}' is no absolute address; write it like 'ws://localhost:5080/ws'.", nameof(address));
        }

        var scheme = address.Scheme switch
        {
            "ws" or "wss" => address.Scheme,
            "http" => "ws",
            "https" => "wss",
            _ => throw new ArgumentException($"'{address}' has the scheme '{address.Scheme}'; use ws, wss, http or https.", nameof(address)),
        };
        return new UriBuilder(address) { Scheme = scheme, Port = address.Port }.Uri;
    }

    private async Task ConfigureAsync(ClientWebSocket socket, CancellationToken cancel)
    {
        socket.Options.AddSubProtocol(ProtocolLimits.SubProtocol);
        socket.Options.CollectHttpResponseDetails = true;

        // The protocol has a heartbeat of its own.
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (options.AccessTokenProvider is { } provider && await provider(cancel).ConfigureAwait(false) is { } token)
        {
            socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        }

        options.ConfigureWebSocket?.Invoke(socket.Options);
    }
}
