using TypedSockets.Hubs;

namespace TypedSockets.Connections;

/// <summary>How a sender sends.</summary>
/// <param name="CallTimeout">How long a call may take.</param>
internal sealed record SendOptions(TimeSpan CallTimeout)
{
    /// <summary>What becomes of a message for which there is no room; null means that awaitable ones wait.</summary>
    public WhenFull? WhenFull { get; init; }

    public string? CoalesceKey { get; init; }

    public TimeSpan? ExpiresAfter { get; init; }

    public EmitCompletion Completion { get; init; }

    /// <summary>What an emit carries with it through the outbox; null if it is an ordinary one.</summary>
    public EmitDelivery? CreateDelivery(HubMethod method, TimeProvider time)
    {
        if (CoalesceKey is null && ExpiresAfter is null && Completion == EmitCompletion.Queued)
        {
            return null;
        }

        return new EmitDelivery(method, Completion)
        {
            CoalesceKey = CoalesceKey,
            ExpiresAt = ExpiresAfter is { } after ? TimestampAfter(after, time) : long.MaxValue,
        };
    }

    // Saturates: a time of centuries is none, and not one that lies in the past.
    private static long TimestampAfter(TimeSpan after, TimeProvider time)
    {
        var now = time.GetTimestamp();
        var ticks = after.TotalSeconds * time.TimestampFrequency;
        return ticks >= long.MaxValue - now ? long.MaxValue : now + (long)ticks;
    }
}
