using TypedSockets.Soak.Client;
using TypedSockets.Soak.Contracts;
using TypedSockets.Soak.Traffic;

namespace TypedSockets.Chaos.Tests.Processes;

/// <summary>A client that emits all the time, and everything that it is told, in order.</summary>
internal sealed class WatchedClient : IReconnectPolicy, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly PromptReconnect _retry = new(new Random());
    private readonly List<long> _downs = [];
    private readonly List<Gap> _gaps = [];
    private readonly List<ReplacedSession> _sessions = [];
    private readonly List<RetryContext> _losses = [];
    private readonly CancellationTokenSource _enough = new();
    private readonly TimeSpan _pace;
    private Task _sending = Task.CompletedTask;
    private long _emitted;

    /// <param name="server">Where the server is.</param>
    /// <param name="index">Which client this is.</param>
    /// <param name="pace">How long it waits between two emits; zero for as fast as they are taken.</param>
    public WatchedClient(Uri server, int index, TimeSpan pace = default)
    {
        Index = index;
        _pace = pace;
        var address = new UriBuilder(server) { Path = "/ws", Query = $"client={index}" }.Uri;
        Socket = new TypedSocketClient(address, new TypedSocketClientOptions { ReconnectPolicy = this, CallTimeout = Eventually.Limit });
        Hub = Socket.Hub<ISoakHub>();
        Hub.On.Down((number, payload) =>
        {
            Note(_downs, Payload.IsOf(number, payload.Span) ? number : -1);
            return default;
        });
        Socket.Gap += gap =>
        {
            Note(_gaps, gap);
            DownsAtGap ??= Downs.Count;
        };
        Socket.NewSession += session =>
        {
            Note(_sessions, session);
            return Task.CompletedTask;
        };
    }

    public int Index { get; }

    public TypedSocketClient Socket { get; }

    public HubClient<ISoakHub> Hub { get; }

    /// <summary>How many emits were taken.</summary>
    public long Emitted => Volatile.Read(ref _emitted);

    /// <summary>The numbers of what came from the server.</summary>
    public List<long> Downs => Copy(_downs);

    public List<Gap> Gaps => Copy(_gaps);

    /// <summary>How much had come when the first gap was told.</summary>
    public int? DownsAtGap { get; private set; }

    /// <summary>The sessions that took the place of lost ones.</summary>
    public List<ReplacedSession> Sessions => Copy(_sessions);

    /// <summary>How each open line was lost.</summary>
    public List<RetryContext> Losses => Copy(_losses);

    /// <summary>Emits 1, 2, 3, … until <see cref="StopAsync"/>.</summary>
    public void StartEmitting() => _sending = EmitAsync();

    /// <summary>Emits no more.</summary>
    /// <returns>How many emits were taken in all.</returns>
    public async Task<long> StopAsync()
    {
        await _enough.CancelAsync();
        await _sending;
        return Emitted;
    }

    TimeSpan? IReconnectPolicy.Next(RetryContext context)
    {
        if (context.LastError is null)
        {
            Note(_losses, context);
        }

        return _retry.Next(context);
    }

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await Socket.DisposeAsync();
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _enough.Dispose();
    }

    private async Task EmitAsync()
    {
        // Off the caller's stack, because an emit that never waits never gives it back.
        await Task.Yield();
        while (!_enough.IsCancellationRequested)
        {
            await Hub.Emit.Up(_emitted + 1, Payload.Of(_emitted + 1));
            Interlocked.Increment(ref _emitted);
            if (_pace > TimeSpan.Zero)
            {
                await Task.Delay(_pace, _enough.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Note<T>(List<T> list, T item)
    {
        lock (_gate)
        {
            list.Add(item);
        }
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }
}
