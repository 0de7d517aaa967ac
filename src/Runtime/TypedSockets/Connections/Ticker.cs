using System.Collections.Concurrent;

namespace TypedSockets.Connections;

/// <summary>One timer for all connections of an end: heartbeats, late acknowledgements, timeouts. An idle connection needs none of its own.</summary>
internal sealed class Ticker : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ITickable, bool> _members = new();
    private readonly TimeProvider _time;
    private readonly PeriodicTimer _timer;
    private readonly Task _loop;

    public Ticker(TimeProvider time)
    {
        _time = time;
        _timer = new PeriodicTimer(Interval, time);
        _loop = RunAsync();
    }

    /// <summary>The specification's longest delay of a server's acknowledgement, and a fifth of a client's.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromMilliseconds(200);

    public void Add(ITickable member) => _members[member] = true;

    public void Remove(ITickable member) => _members.TryRemove(member, out _);

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _loop.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        while (await _timer.WaitForNextTickAsync().ConfigureAwait(false))
        {
            var now = _time.GetTimestamp();
            foreach (var (member, _) in _members)
            {
                member.Tick(now);
            }
        }
    }
}
