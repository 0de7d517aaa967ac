namespace TypedSockets;

/// <summary>How far a <see cref="OneWayAttribute"/> emit has come when its task completes.</summary>
public enum EmitCompletion
{
    /// <summary>The outbox has taken it: it will be sent, as soon as there is a line.</summary>
    Queued,

    /// <summary>It was given to the line for the first time.</summary>
    Sent,

    /// <summary>The server's process has received it. Fails with <see cref="OutcomeUnknownException"/> if the session is lost before.</summary>
    Acked,

    /// <summary>Its handler has finished. What it threw is thrown here, as for a call.</summary>
    Handled,
}
