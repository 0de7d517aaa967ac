using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace TypedSockets.Testing.Tests.Faults;

/// <summary>A clock that a test moves once something waits for it.</summary>
public sealed class GatedTime : FakeTimeProvider
{
    private readonly Channel<ITimer> _timers = Channel.CreateUnbounded<ITimer>();

    /// <summary>Completes when one more timer was made.</summary>
    public Task TimerAsync() => _timers.Reader.ReadAsync().AsTask().WaitAsync(TcpEnd.Limit);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(timer);
        return timer;
    }
}
