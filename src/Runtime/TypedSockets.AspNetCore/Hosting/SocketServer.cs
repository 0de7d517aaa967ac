using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.AspNetCore.Sessions;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.AspNetCore.Hosting;

/// <summary>What all endpoints of an application share: options, clock, ticker, and the sessions, which end with the application.</summary>
internal sealed class SocketServer : ITickable, IAsyncDisposable
{
    // Waiting sessions are looked at once a second: their limits are coarse, and there may be many.
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly IServiceScopeFactory _scopes;
    private readonly CancellationTokenRegistration _stopping;
    private readonly string _epoch = CreateConnectionId();
    private readonly long _startedAt;
    private readonly Lock _gate = new();
    private TimeSpan _sweptAt;
    private Task? _drain;

    public SocketServer(
        IOptions<TypedSocketsOptions> options,
        TimeProvider time,
        ILoggerFactory loggers,
        IServiceScopeFactory scopes,
        HubDirectory directory,
        IEnumerable<HubRegistration> hubs,
        IHostApplicationLifetime? lifetime = null)
    {
        Options = options.Value;
        Options.Validate();
        Time = time;
        Logger = loggers.CreateLogger("TypedSockets.AspNetCore");
        Directory = directory;
        _scopes = scopes;
        _startedAt = time.GetTimestamp();
        MayAsk = hubs.Any(hub => ChannelRunner.HasCalls(hub.Contract.Client));
        Limits = ProtocolLimits.Server with { MaxFrameBytes = Options.MaxClientFrameBytes, MaxPendingCalls = Options.MaxPendingCalls };
        Times = ConnectionTimes.Default with { PingAfter = Options.PingAfter, DeadAfter = Options.DeadAfter };
        var resume = Options.Resume;
        Registry = new SessionRegistry<ServerSession>(new ResumeLimits(resume.Window, resume.Budget, resume.MaxPerUser, resume.MaxPerAddress));
        Ticker = new Ticker(time);
        Ticker.Add(this);
        _stopping = lifetime?.ApplicationStopping.Register(() => _ = DrainAsync()) ?? default;
    }

    public TypedSocketsOptions Options { get; }

    public TimeProvider Time { get; }

    public ILogger Logger { get; }

    public HubDirectory Directory { get; }

    public ProtocolLimits Limits { get; }

    public ConnectionTimes Times { get; }

    public Ticker Ticker { get; }

    public SessionRegistry<ServerSession> Registry { get; }

    /// <summary>How long the server has been running, by its own clock: monotonic.</summary>
    public TimeSpan Now => Time.GetElapsedTime(_startedAt);

    /// <summary>Whether the server is about to shut down: it founds no more sessions.</summary>
    public bool IsDraining
    {
        get
        {
            lock (_gate)
            {
                return _drain is not null;
            }
        }
    }

    private bool MayAsk { get; }

    public static string CreateConnectionId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    public AsyncServiceScope CreateScope() => _scopes.CreateAsyncScope();

    public Peer CreatePeer(Action<Drop, int> dropped) => new(PeerRole.Server, Limits, OutboxLimits.Server, Time)
    {
        DetailedErrors = Options.DetailedErrors,
        MayAsk = MayAsk,
        Dropped = dropped,
        CallbackFailed = error => SessionLog.CallbackFailed(Logger, error),
    };

    public WelcomeMessage CreateWelcome(SessionOutcome outcome) => new()
    {
        Outcome = outcome,
        WindowMessages = Limits.WindowMessages,
        WindowBytes = Limits.WindowBytes,
        MaxFrameBytes = Limits.MaxFrameBytes,
        MaxPendingCalls = Limits.MaxPendingCalls,
        PingAfter = (int)Times.PingAfter.TotalMilliseconds,
        DeadAfter = (int)Times.DeadAfter.TotalMilliseconds,
        ResumeWindow = (int)Math.Min(Options.Resume.Window.TotalMilliseconds, int.MaxValue),
        Epoch = _epoch,
    };

    /// <summary>Runs a session until it is over; the server waits for it when it is stopped.</summary>
    public void Run(ServerSession session)
    {
        var run = session.RunAsync();
        _running[run] = true;
        run.ContinueWith(static (run, running) => ((ConcurrentDictionary<Task, bool>)running!).TryRemove(run, out _), _running, TaskScheduler.Default);
    }

    /// <summary>Hands over what clients have not received yet, and ends all sessions. Only the first call does anything; all wait for it.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
        {
            return _drain ??= Task.Run(DrainSessionsAsync);
        }
    }

    void ITickable.Tick(long now)
    {
        var elapsed = Time.GetElapsedTime(_startedAt, now);
        if (elapsed - _sweptAt < SweepInterval)
        {
            return;
        }

        _sweptAt = elapsed;
        foreach (var (session, reason) in Registry.Sweep(elapsed, static session => session.Peer.Outbox.Bytes))
        {
            session.End(SessionEnd.GivenUp(reason));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.DisposeAsync().ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        await Ticker.DisposeAsync().ConfigureAwait(false);
    }

    private async Task DrainSessionsAsync()
    {
        var sessions = Registry.Sessions();
        if (sessions.Count > 0)
        {
            SessionLog.Draining(Logger, sessions.Count);
        }

        await Task.WhenAll(sessions.ConvertAll(session => SessionDrain.RunAsync(session, this))).ConfigureAwait(false);

        // One that was founded in the same moment has nothing to hand over yet.
        Registry.Sessions().ForEach(session => session.End(SessionEnd.Drained));
        using var timeout = new CancellationTokenSource(Options.DrainTimeout, Time);
        await Task.WhenAll(_running.Keys).WaitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
