using TypedSockets.Protocol;

namespace TypedSockets.Sessions;

/// <summary>
/// What the sender of one stream may send now (docs/protocol/sessions.md). A credit is absolute, so one that was lost or repeated changes nothing; and it tells
/// which items were taken, because it is always so many ahead of them. Callers hold the session's lock.
/// </summary>
internal sealed class StreamWindow
{
    // Items in the outbox that have no number yet; with more, the other streams would wait for this one.
    private const int MaxUnsentBytes = ProtocolLimits.CoalesceBytes;

    private readonly Queue<int> _untaken = new();
    private uint _queued;
    private long _untakenBytes;
    private int _unsentBytes;

    /// <summary>Whether another item may be queued. One that is larger than the window goes alone.</summary>
    /// <param name="windowBytes">The bytes of untaken items at which the sender stops.</param>
    public bool MayGo(long windowBytes) =>
        _untaken.Count < ProtocolLimits.StreamItems && _untakenBytes < windowBytes && _unsentBytes < MaxUnsentBytes;

    /// <summary>Notes that an item was queued.</summary>
    public void Queued(int bytes)
    {
        _untaken.Enqueue(bytes);
        _untakenBytes += bytes;
        _unsentBytes += bytes;
        unchecked
        {
            _queued++;
        }
    }

    /// <summary>Notes that an item was written for the first time.</summary>
    public void Sent(int bytes) => _unsentBytes -= bytes;

    /// <summary>Notes how many items may be sent in all, modulo 2^32. A credit from the past changes nothing.</summary>
    /// <returns>False if the peer claims to have taken more than was queued.</returns>
    public bool TryCredit(uint total)
    {
        var taken = unchecked(total - ProtocolLimits.StreamItems);
        if (unchecked((int)(_queued - taken)) < 0)
        {
            return false;
        }

        while (unchecked((int)(taken - (_queued - (uint)_untaken.Count))) > 0)
        {
            _untakenBytes -= _untaken.Dequeue();
        }

        return true;
    }
}
