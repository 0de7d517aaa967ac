namespace TypedSockets.Sessions;

/// <summary>A session in the registry, which alone changes it.</summary>
/// <typeparam name="TSession">What stands for a session.</typeparam>
internal sealed class SessionEntry<TSession>(TSession session, SessionCredentials credentials, string? userId, string owner, uint attempt)
    where TSession : class
{
    public TSession Session => session;

    public SessionCredentials Credentials => credentials;

    /// <summary>The user whose session it is, or null. No other may resume it.</summary>
    public string? UserId => userId;

    /// <summary>By what waiting sessions are counted: the user, or the address of clients without one.</summary>
    public string Owner => owner;

    /// <summary>The highest dial that has claimed the session.</summary>
    public uint Attempt { get; set; } = attempt;

    /// <summary>Since when the session waits for its client.</summary>
    public TimeSpan WaitingSince { get; set; }

    /// <summary>The session's place among those that wait, while it does.</summary>
    public LinkedListNode<SessionEntry<TSession>>? Waiting { get; set; }
}
