namespace TypedSockets.Sessions;

/// <summary>
/// What a message's sender wants beyond the ordinary: for an emit, until when it is worth sending, which earlier one it replaces, and to be told what became of
/// it. Told with the session's lock held, once how it ended.
/// </summary>
internal abstract class Delivery
{
    /// <summary>The emit is dropped if it would be numbered after this, as a timestamp of the session's clock.</summary>
    public long ExpiresAt { get; init; } = long.MaxValue;

    /// <summary>Replaces an emit of the same event and key that has no number yet.</summary>
    public string? CoalesceKey { get; init; }

    /// <summary>The message got its number and is being written.</summary>
    /// <param name="bytes">The size of its body.</param>
    public abstract void NoteSent(int bytes);

    /// <summary>The other end has received it.</summary>
    public virtual void NoteAcknowledged()
    {
    }

    /// <summary>It was never sent and never will be.</summary>
    public virtual void NoteDropped(DropReason reason)
    {
    }

    /// <summary>It was sent, and the session was lost before the other end said that it received it.</summary>
    public virtual void NoteUnknown()
    {
    }
}
