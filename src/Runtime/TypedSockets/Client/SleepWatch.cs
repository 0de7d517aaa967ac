using TypedSockets.Connections;

namespace TypedSockets.Client;

/// <summary>
/// Notices that the machine has slept: the line may be dead, and a heartbeat would take its time to find that out. Some systems' monotonic clock
/// stands still meanwhile, so the calendar is looked at too; that it may be set by hand only costs a ping.
/// </summary>
internal sealed class SleepWatch(TimeProvider time, Action woken) : ITickable
{
    private static readonly TimeSpan Suspicious = TimeSpan.FromSeconds(5);

    private long _tickedAt = time.GetTimestamp();
    private DateTimeOffset _date = time.GetUtcNow();

    public void Tick(long now)
    {
        var date = time.GetUtcNow();
        var passed = time.GetElapsedTime(_tickedAt, now);
        var slept = passed > Suspicious || (date - _date - passed).Duration() > Suspicious;
        _tickedAt = now;
        _date = date;
        if (slept)
        {
            woken();
        }
    }
}
