namespace TypedSockets.Sessions;

/// <summary>What one channel has sent and the peer has not taken yet.</summary>
internal sealed class SendWindow
{
    private readonly Queue<int> _sizes = new();
    private uint _taken;

    public int Messages => _sizes.Count;

    public long Bytes { get; private set; }

    public void Sent(int bytes)
    {
        _sizes.Enqueue(bytes);
        Bytes += bytes;
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

        if (delta > _sizes.Count)
        {
            return false;
        }

        for (; messages < delta; messages++)
        {
            bytes += _sizes.Dequeue();
        }

        Bytes -= bytes;
        _taken = count;
        return true;
    }
}
