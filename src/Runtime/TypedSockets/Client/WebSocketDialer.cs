using System.Globalization;
using System.Net.WebSockets;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Client;

/// <summary>Opens WebSockets.</summary>
internal sealed class WebSocketDialer(Uri address, TypedSocketClientOptions options) : IDialer
{
    public Uri Address { get; } = ToWebSocket(address);

    public bool HasToken => options.AccessTokenProvider is not null;

    public async Task<ITransport> DialAsync(TokenReason reason, CancellationToken cancel)
    {
        var socket = new ClientWebSocket();
        try
        {
            await ConfigureAsync(socket, reason, cancel).ConfigureAwait(false);
            await socket.ConnectAsync(Address, cancel).ConfigureAwait(false);
        }
        catch (Exception error) when (error is WebSocketException or HttpRequestException)
        {
            var status = (int)socket.HttpStatusCode;
            var retryAfter = RetryAfter(socket);
            socket.Dispose();
            throw ConnectErrors.From(Address, status, retryAfter, error);
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

    private async Task ConfigureAsync(ClientWebSocket socket, TokenReason reason, CancellationToken cancel)
    {
        socket.Options.AddSubProtocol(ProtocolLimits.SubProtocol);
        socket.Options.CollectHttpResponseDetails = true;

        // The protocol has a heartbeat of its own.
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (options.AccessTokenProvider is { } provider && await AskAsync(provider, reason, cancel).ConfigureAwait(false) is { } token)
        {
            socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        }

        options.ConfigureWebSocket?.Invoke(socket.Options);
    }

    private async Task<string?> AskAsync(Func<TokenContext, ValueTask<string?>> provider, TokenReason reason, CancellationToken cancel)
    {
        try
        {
            return await provider(new TokenContext(reason, cancel)).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            throw ConnectErrors.NoToken(Address, error);
        }
    }

    // RFC 9110, 10.2.3. Only the form in seconds: the other one is a date, and the clocks may differ.
    private static TimeSpan? RetryAfter(ClientWebSocket socket) =>
        socket.HttpResponseHeaders is { } headers
        && headers.TryGetValue("Retry-After", out var values)
        && int.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
