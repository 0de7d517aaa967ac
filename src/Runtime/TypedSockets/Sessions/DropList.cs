namespace TypedSockets.Sessions;

/// <summary>The emits that were dropped and not told yet. Callers hold the session's lock, except to ask whether there are any.</summary>
internal sealed class DropList
{
    private readonly List<Drop> _drops = [];

    public bool Any => _drops.Count > 0;

    /// <summary>Notes an emit that was dropped. Owns its body.</summary>
    public void Note(in OutboundMessage message, DropReason reason)
    {
        message.Body.Release();
        message.Delivery?.NoteDropped(reason);
        _drops.Add(new Drop(message.Method!, reason));
    }

    /// <summary>The emits that were dropped since it was asked last.</summary>
    public List<Drop> Take()
    {
        List<Drop> drops = [.. _drops];
        _drops.Clear();
        return drops;
    }
}
