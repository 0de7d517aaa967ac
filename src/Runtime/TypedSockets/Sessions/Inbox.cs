using TypedSockets.Protocol;

namespace TypedSockets.Sessions;

/// <summary>
/// What one end has received: checks the numbers, and says when an acknowledgement is due (docs/protocol/sessions.md). Only the receive loop
/// of the current socket accepts, and it needs no lock for that; whoever acknowledges holds the session's lock.
/// </summary>
internal sealed class Inbox
{
    // An ack rides on any frame; without one it goes alone after this much, or at the next tick.
    private const int AckAfterMessages = 256;
    private const int AckAfterBytes = 64 * 1024;

    private long _received;
    private long _receivedBytes;
    private long _acknowledged;
    private long _acknowledgedBytes;

    /// <summary>The number of the last message received.</summary>
    public long Received => Volatile.Read(ref _received);

    /// <summary>Whether anything received is unacknowledged.</summary>
    public bool HasUnacknowledged => Received > Volatile.Read(ref _acknowledged);

    /// <summary>Whether an acknowledgement should go now, alone if need be.</summary>
    public bool IsAckDue =>
        Received - Volatile.Read(ref _acknowledged) >= AckAfterMessages
        || Volatile.Read(ref _receivedBytes) - Volatile.Read(ref _acknowledgedBytes) >= AckAfterBytes;

    /// <summary>Restores the full number of a frame's first numbered message.</summary>
    public long Expand(ushort sequence) => Received + 1 + (short)(ushort)(sequence - (ushort)(Received + 1));

    /// <summary>Checks the number of a message.</summary>
    /// <returns>True if it is the next one; false if it was received before and is to be skipped.</returns>
    /// <exception cref="ProtocolException">Messages before it are missing.</exception>
    public bool TryAccept(long number, int bytes)
    {
        if (number <= _received)
        {
            return false;
        }

        CheckNext(number);
        Volatile.Write(ref _receivedBytes, _receivedBytes + bytes);
        Volatile.Write(ref _received, number);
        return true;
    }

    /// <summary>Checks that no message is missing before one.</summary>
    /// <exception cref="ProtocolException">Some are.</exception>
    public void CheckNext(long number)
    {
        if (number > _received + 1)
        {
            throw ProtocolErrors.OutOfSequence(_received + 1, number);
        }
    }

    /// <summary>Notes that a frame is about to carry an acknowledgement.</summary>
    /// <returns>The number of the last message received.</returns>
    public long Acknowledge()
    {
        var received = Received;
        Volatile.Write(ref _acknowledgedBytes, Volatile.Read(ref _receivedBytes));
        Volatile.Write(ref _acknowledged, received);
        return received;
    }

    /// <summary>Starts again for a new session, while there is no socket.</summary>
    public void Renew()
    {
        _received = _acknowledged = 0;
        _receivedBytes = _acknowledgedBytes = 0;
    }
}
