namespace TypedSockets.Sessions;

/// <summary>
/// What an emit's sender asked for beyond the ordinary: until when it is worth sending, which earlier one it replaces, and to be told what became of
/// it. Told once how it ended, with the session's lock held.
/// </summary>
internal abstract class Delivery
{
    /// <summary>The emit is dropped if it would be numbered after this, as a timestamp of the session's clock.</summary>
    public long ExpiresAt { get; init; } = long.MaxValue;

    /// <summary>Replaces an emit of the same event and key that has no number yet.</summary>
    public string? CoalesceKey { get; init; }

    /// <summary>The emit got its number and is being written.</summary>
    public abstract void NoteSent();

    /// <summary>The other end has received it.</summary>
    public abstract void NoteAcknowledged();

    /// <summary>It was never sent and never will be.</summary>
    public abstract void NoteDropped(DropReason reason);

    /// <summary>It was sent, and the session was lost before the other end said that it received it.</summary>
    public abstract void NoteUnknown();
}
