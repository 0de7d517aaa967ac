namespace TypedSockets.Sessions;

/// <summary>What one channel has sent and the peer has not taken yet.</summary>
internal sealed class SendWindow
{
    // What is worth the allocation when the channel sends again.
    private const int KeptCapacity = 16;

    private readonly Queue<UntakenMessage> _untaken = new();
    private uint _taken;

    public int Messages => _untaken.Count;

    public long Bytes { get; private set; }

    /// <summary>The untaken messages, in the order of their numbers.</summary>
    public IEnumerable<UntakenMessage> Untaken => _untaken;

    public void Sent(in UntakenMessage message)
    {
        _untaken.Enqueue(message);
        Bytes += message.Bytes;
    }

    /// <summary>Notes the peer's absolute count of taken messages, modulo 2^32. One from the past changes nothing.</summary>
    /// <returns>False if the peer claims to have taken more than was sent.</returns>
    public bool Taken(uint count, out int messages, out long bytes)
    {
        var delta = unchecked((int)(count - _taken));
        messages = 0;
        bytes = 0;
        if (delta <= 0)
        {
            return true;
        }

        if (delta > _untaken.Count)
        {
            return false;
        }

        for (; messages < delta; messages++)
        {
            bytes += _untaken.Dequeue().Bytes;
        }

        Bytes -= bytes;
        _taken = count;
        return true;
    }

    /// <summary>Gives up the memory that a burst has left behind.</summary>
    public void Trim()
    {
        if (_untaken.Count == 0 && _untaken.Capacity > KeptCapacity)
        {
            _untaken.TrimExcess();
        }
    }
}
