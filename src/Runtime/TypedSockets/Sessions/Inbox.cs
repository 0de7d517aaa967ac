using TypedSockets.Protocol;

namespace TypedSockets.Sessions;

/// <summary>
/// What one end has received: checks the numbers, and says when an acknowledgement is due (docs/protocol/sessions.md).
/// A pure state machine; callers hold the session's lock.
/// </summary>
internal sealed class Inbox
{
    // An ack rides on any frame; without one it goes alone after this much, or at the next tick.
    private const int AckAfterMessages = 32;
    private const int AckAfterBytes = 16 * 1024;

    private long _acknowledged;
    private long _bytes;

    /// <summary>The number of the last message received.</summary>
    public long Received { get; private set; }

    /// <summary>Whether anything received is unacknowledged.</summary>
    public bool HasUnacknowledged => Received > _acknowledged;

    /// <summary>Whether an acknowledgement should go now, alone if need be.</summary>
    public bool IsAckDue => Received - _acknowledged >= AckAfterMessages || _bytes >= AckAfterBytes;

    /// <summary>Restores the full number of a frame's first numbered message.</summary>
    public long Expand(ushort sequence) => Received + 1 + (short)(ushort)(sequence - (ushort)(Received + 1));

    /// <summary>Checks the number of a message.</summary>
    /// <returns>True if it is the next one; false if it was received before and is to be skipped.</returns>
    /// <exception cref="ProtocolException">Messages before it are missing.</exception>
    public bool TryAccept(long number, int bytes)
    {
        if (number <= Received)
        {
            return false;
        }

        if (number > Received + 1)
        {
            throw ProtocolErrors.OutOfSequence(Received + 1, number);
        }

        Received = number;
        _bytes += bytes;
        return true;
    }

    /// <summary>Notes that a frame is about to carry an acknowledgement.</summary>
    /// <returns>The number of the last message received.</returns>
    public long Acknowledge()
    {
        _acknowledged = Received;
        _bytes = 0;
        return Received;
    }

    /// <summary>Starts again for a new session.</summary>
    public void Renew()
    {
        Received = 0;
        _acknowledged = 0;
        _bytes = 0;
    }
}
