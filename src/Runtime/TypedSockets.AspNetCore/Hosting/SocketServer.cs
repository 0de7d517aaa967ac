using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.AspNetCore.Sessions;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Transports;

namespace TypedSockets.AspNetCore.Hosting;

/// <summary>What all endpoints of an application share: options, clock, ticker, and the sessions, which end with the application.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ServerSession, bool> _sessions = new();
    private readonly IServiceScopeFactory _scopes;
    private readonly CancellationTokenRegistration _stopping;

    public SocketServer(
        IOptions<TypedSocketsOptions> options,
        TimeProvider time,
        ILoggerFactory loggers,
        IServiceScopeFactory scopes,
        HubDirectory directory,
        IHostApplicationLifetime? lifetime = null)
    {
        Options = options.Value;
        Options.Validate();
        Time = time;
        Logger = loggers.CreateLogger("TypedSockets.AspNetCore");
        Directory = directory;
        _scopes = scopes;
        Limits = ProtocolLimits.Server with { MaxFrameBytes = Options.MaxClientFrameBytes, MaxPendingCalls = Options.MaxPendingCalls };
        Times = ConnectionTimes.Default with { PingAfter = Options.PingAfter, DeadAfter = Options.DeadAfter };
        Ticker = new Ticker(time);
        _stopping = lifetime?.ApplicationStopping.Register(EndSessions) ?? default;
    }

    public TypedSocketsOptions Options { get; }

    public TimeProvider Time { get; }

    public ILogger Logger { get; }

    public HubDirectory Directory { get; }

    public ProtocolLimits Limits { get; }

    public ConnectionTimes Times { get; }

    public Ticker Ticker { get; }

    public AsyncServiceScope CreateScope() => _scopes.CreateAsyncScope();

    public Peer CreatePeer() => new(PeerRole.Server, Limits, OutboxLimits.Server, Time)
    {
        DetailedErrors = Options.DetailedErrors,
        CallbackFailed = error => SessionLog.CallbackFailed(Logger, error),
    };

    /// <summary>Serves one socket until it has ended.</summary>
    public async Task ServeAsync(ITransport transport, IReadOnlyList<HubRegistration> hubs, HttpContext http)
    {
        var connectionId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        try
        {
            var hello = await ServerHandshake.ReceiveHelloAsync(transport, this).ConfigureAwait(false);
            var admission = new HubAdmission(hubs, http);
            await using var session = new ServerSession(this, admission, connectionId, Snapshot(http));
            _sessions[session] = true;
            try
            {
                await ServerHandshake.WelcomeAsync(transport, this, session, admission, hello).ConfigureAwait(false);
                SessionLog.Opened(Logger, connectionId, hello.Channels.Count);
                await session.RunAsync(transport).ConfigureAwait(false);
            }
            finally
            {
                _sessions.TryRemove(session, out _);
            }
        }
        catch (ProtocolException error)
        {
            SessionLog.Refused(Logger, connectionId, (int)error.CloseCode, error.Message);
            await RefuseAsync(transport, error).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            SessionLog.Refused(Logger, connectionId, TransportClose.AbnormalClosure, error.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.DisposeAsync().ConfigureAwait(false);
        await Ticker.DisposeAsync().ConfigureAwait(false);
    }

    private static SocketRequest Snapshot(HttpContext http) => new(
        http.Request.Path,
        http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.LastOrDefault() ?? ""),
        http.Connection.RemoteIpAddress);

    // Tells the client why, and gives it a moment to read that before the socket goes.
    private async Task RefuseAsync(ITransport transport, ProtocolException error)
    {
        using var timeout = new CancellationTokenSource(Times.Close, Time);
        await transport.CloseAsync(error.CloseCode, CloseReason.Shorten(error.Message), timeout.Token).ConfigureAwait(false);
        var buffer = new FrameBuffer();
        try
        {
            while (await transport.ReceiveAsync(buffer, Limits.MaxFrameBytes, timeout.Token).ConfigureAwait(false))
            {
            }
        }
        catch (Exception late) when (late is ProtocolException or InvalidOperationException)
        {
            // It is still sending, or never sent anything: there is no more to say to it.
            transport.Abort();
        }
        finally
        {
            buffer.GiveBack();
        }
    }

    private void EndSessions()
    {
        foreach (var (session, _) in _sessions)
        {
            session.End(SocketCloseCode.Draining, "the server is shutting down");
        }
    }
}
