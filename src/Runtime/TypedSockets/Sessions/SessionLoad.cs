namespace TypedSockets.Sessions;

/// <summary>What all channels of a session together have received and not taken yet. Thread-safe: each channel has a lock of its own.</summary>
internal sealed class SessionLoad
{
    private int _messages;
    private long _bytes;

    /// <summary>Notes a message that was received.</summary>
    /// <returns>False if the session holds more than its window allows; one message alone may be as large as it likes.</returns>
    public bool TryReceive(int bytes, int maxMessages, long maxBytes)
    {
        var messages = Interlocked.Increment(ref _messages);
        var total = Interlocked.Add(ref _bytes, bytes);
        return messages <= maxMessages && (messages == 1 || total <= maxBytes);
    }

    /// <summary>Notes that a message was taken, or given up.</summary>
    public void Take(int bytes, int messages = 1)
    {
        Interlocked.Add(ref _messages, -messages);
        Interlocked.Add(ref _bytes, -bytes);
    }
}
