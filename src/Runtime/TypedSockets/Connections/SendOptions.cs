using TypedSockets.Hubs;

namespace TypedSockets.Connections;

/// <summary>How a sender sends.</summary>
/// <param name="CallTimeout">How long a call may take whose contract says nothing of it.</param>
internal sealed record SendOptions(TimeSpan CallTimeout)
{
    /// <summary>What becomes of a message for which there is no room; null means that awaitable ones wait.</summary>
    public WhenFull? WhenFull { get; init; }

    public string? CoalesceKey { get; init; }

    public TimeSpan? ExpiresAfter { get; init; }

    public EmitCompletion Completion { get; init; }

    /// <summary>Whether the sender chose the timeout for this call, so that it comes before the contract's.</summary>
    public bool IsTimeoutChosen { get; init; }

    /// <summary>How long a call may take.</summary>
    public TimeSpan TimeoutOf(HubMethod method) => IsTimeoutChosen ? CallTimeout : method.TimeoutOr(CallTimeout);

    /// <summary>What an emit carries with it through the outbox; null if it is an ordinary one.</summary>
    /// <param name="method">The member.</param>
    /// <param name="declaredKey">What its contract says that it replaces.</param>
    /// <param name="time">The session's clock.</param>
    public EmitDelivery? CreateDelivery(HubMethod method, string? declaredKey, TimeProvider time)
    {
        var key = CoalesceKey ?? declaredKey;
        if (key is null && ExpiresAfter is null && Completion == EmitCompletion.Queued)
        {
            return null;
        }

        return new EmitDelivery(method, Completion)
        {
            CoalesceKey = key,
            ExpiresAt = ExpiresAfter is { } after ? time.TimestampAfter(after) : long.MaxValue,
        };
    }
}
