using TypedSockets.Connections;

namespace TypedSockets;

/// <summary>How <see cref="HubClient{THub}.With"/> sends.</summary>
public sealed record EmitOptions
{
    /// <summary>
    /// What becomes of a message for which the outbox has no room. Default: a <c>void</c> emit fails, everything that can be awaited waits. A
    /// <c>void</c> emit cannot wait, and a call is never dropped: they take <see cref="TypedSockets.WhenFull.Fail"/> and <see cref="TypedSockets.WhenFull.Wait"/> instead.
    /// </summary>
    public WhenFull? WhenFull { get; init; }

    /// <summary>
    /// Keeps only the latest of what has not been sent yet: an emit takes the place of one of the same event and key, and moves to the end. For
    /// positions and other values of which only the newest counts. Default: none.
    /// </summary>
    public string? CoalesceKey { get; init; }

    /// <summary>An emit that has not been sent by then, for instance because the line is down, is dropped. Default: never.</summary>
    public TimeSpan? ExpiresAfter { get; init; }

    /// <summary>When the task of a <see cref="OneWayAttribute"/> emit completes. Default: <see cref="EmitCompletion.Queued"/>.</summary>
    public EmitCompletion Completion { get; init; }

    /// <summary>
    /// How long a call may take, waiting for room and for a lost line included; an emit that completes when it was
    /// <see cref="EmitCompletion.Handled"/> is such a call. Default: the client's <see cref="TypedSocketClientOptions.CallTimeout"/>.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    internal SendOptions ToSendOptions(TimeSpan callTimeout) => new(Timeout ?? callTimeout)
    {
        WhenFull = WhenFull,
        CoalesceKey = CoalesceKey,
        ExpiresAfter = ExpiresAfter,
        Completion = Completion,
        IsTimeoutChosen = Timeout is not null,
    };
}
