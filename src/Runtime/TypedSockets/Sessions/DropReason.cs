namespace TypedSockets;

/// <summary>Why an emit was dropped before it was ever sent.</summary>
public enum DropReason
{
    /// <summary>The outbox was full, and the emit was sent with <see cref="WhenFull.DropNewest"/> or <see cref="WhenFull.DropOldest"/>.</summary>
    Full,

    /// <summary>A newer emit of the same event and key replaced it: <see cref="CoalesceAttribute"/> or <see cref="EmitOptions.CoalesceKey"/>.</summary>
    Coalesced,

    /// <summary>It was not sent within its <see cref="EmitOptions.ExpiresAfter"/>.</summary>
    Expired,

    /// <summary>The server turned out to read less than its arguments take.</summary>
    TooLarge,

    /// <summary>It is <see cref="VolatileAttribute"/>, and something was queued ahead of it.</summary>
    Volatile,

    /// <summary>The client was disposed before it was sent.</summary>
    Disposed,

    /// <summary>The server turned out to be built from another version of the contract, in which the event is missing or different.</summary>
    ContractMismatch,
}
