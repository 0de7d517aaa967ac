namespace TypedSockets;

/// <summary>How <see cref="HubClient{THub}.With"/> sends.</summary>
public sealed record EmitOptions
{
    /// <summary>What awaitable messages do when the outbox is full. Default: they wait. A <c>void</c> emit always fails at once.</summary>
    public WhenFull? WhenFull { get; init; }

    /// <summary>How long a call may take, waiting for room included. Default: the client's <see cref="TypedSocketClientOptions.CallTimeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }
}
