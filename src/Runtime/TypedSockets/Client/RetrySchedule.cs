namespace TypedSockets.Client;

/// <summary>Counts dials, and asks the policy when the next one is due. Used by one loop.</summary>
internal sealed class RetrySchedule(IReconnectPolicy policy, TimeProvider time)
{
    // An end that accepts a socket and drops it at once must not be dialled in a tight loop.
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(10);

    private long _since = time.GetTimestamp();
    private long? _openedAt;
    private int? _closeCode;
    private TimeSpan? _retryAfter;

    /// <summary>Which dial comes next since the line was lost, from 1.</summary>
    public int Attempt { get; private set; }

    /// <summary>Why the last dial failed; null if the line was open.</summary>
    public SocketConnectException? LastError { get; private set; }

    /// <summary>How long the client has been without a line.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_since);

    /// <summary>Notes that the application wants a line, which there was none of before.</summary>
    public void NoteWanted()
    {
        Attempt = 0;
        LastError = null;
        _since = time.GetTimestamp();
        _closeCode = null;
        _retryAfter = null;
    }

    /// <summary>Notes that the line is open.</summary>
    public void NoteOpened()
    {
        _openedAt = time.GetTimestamp();
        LastError = null;
        _closeCode = null;
        _retryAfter = null;
    }

    /// <summary>Notes that the line was lost.</summary>
    public void NoteLost(int? closeCode, TimeSpan? retryAfter)
    {
        if (_openedAt is { } opened && time.GetElapsedTime(opened) >= Stable)
        {
            Attempt = 0;
        }

        _since = time.GetTimestamp();
        _openedAt = null;
        _closeCode = closeCode;
        _retryAfter = retryAfter;
    }

    /// <summary>Notes that a dial has failed.</summary>
    public void NoteFailed(SocketConnectException error)
    {
        LastError = error;
        _closeCode = (int?)error.CloseCode;
        _retryAfter = error.RetryAfter;
    }

    /// <summary>How long to wait before the next dial; null to give up.</summary>
    public TimeSpan? Next()
    {
        Attempt++;
        return policy.Next(new RetryContext(Attempt, Elapsed, LastError, _closeCode, _retryAfter));
    }
}
