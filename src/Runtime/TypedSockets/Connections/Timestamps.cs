namespace TypedSockets.Connections;

/// <summary>Points in time of a monotonic clock.</summary>
internal static class Timestamps
{
    /// <summary>The timestamp after some time. Saturates: what is centuries away is never, and not in the past.</summary>
    public static long TimestampAfter(this TimeProvider time, TimeSpan delay)
    {
        var now = time.GetTimestamp();
        var ticks = delay.TotalSeconds * time.TimestampFrequency;
        return delay == Timeout.InfiniteTimeSpan || ticks >= long.MaxValue - now ? long.MaxValue : now + (long)ticks;
    }
}
