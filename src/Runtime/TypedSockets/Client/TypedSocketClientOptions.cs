using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TypedSockets;

/// <summary>How a client connects and sends. Read once, when the client is created.</summary>
public sealed class TypedSocketClientOptions
{
    /// <summary>How long one dial and its handshake may take together. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a call may take, waiting for room and for a lost line included. Default 30 s; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long disposing waits until the server has taken what was emitted. Default 5 s.</summary>
    public TimeSpan FlushTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long <see cref="TypedSocketClient.ConnectAsync"/> goes on trying while the server cannot be reached; what will not pass by itself fails at
    /// once. Default 15 s; <see cref="Timeout.InfiniteTimeSpan"/> for ever.
    /// </summary>
    public TimeSpan FirstConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>When to dial again. Default: a <see cref="FullJitterPolicy"/>, which never gives up.</summary>
    public IReconnectPolicy ReconnectPolicy { get; set; } = new FullJitterPolicy();

    /// <summary>How long the handlers of <see cref="TypedSocketClient.NewSession"/> may take before what was carried over follows. Default 10 s.</summary>
    public TimeSpan NewSessionTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Asked for an access token on every dial; it goes into the <c>Authorization</c> header as a bearer token. Default: none.</summary>
    public Func<TokenContext, ValueTask<string?>>? AccessTokenProvider { get; set; }

    /// <summary>Where handlers run, for instance a user interface's context. Default: the thread pool.</summary>
    public SynchronizationContext? CallbackContext { get; set; }

    /// <summary>Adjusts the WebSocket before it dials: certificates, cookies, a proxy.</summary>
    public Action<ClientWebSocketOptions>? ConfigureWebSocket { get; set; }

    /// <summary>Where the client logs. Default: nowhere. Payloads and tokens are never logged.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
