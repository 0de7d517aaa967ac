namespace TypedSockets.Sessions;

/// <summary>
/// Which sessions there are, and which there were: decides whether a client's claim is good (docs/protocol/sessions.md), and which waiting sessions
/// are given up. Thread-safe; time comes in as an argument.
/// </summary>
/// <typeparam name="TSession">What stands for a session.</typeparam>
internal sealed class SessionRegistry<TSession>(ResumeLimits limits)
    where TSession : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, SessionEntry<TSession>> _sessions = new(SessionIdComparer.Instance);
    private readonly LinkedList<SessionEntry<TSession>> _waiting = new();
    private readonly Tombstones _tombstones = new();

    /// <summary>How many sessions there are, with or without a socket.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _sessions.Count;
            }
        }
    }

    /// <summary>All sessions.</summary>
    public List<TSession> Sessions()
    {
        lock (_gate)
        {
            return [.. _sessions.Values.Select(entry => entry.Session)];
        }
    }

    /// <summary>Checks a client's claim, and raises the fence against earlier dials if it is good. Nothing else changes.</summary>
    /// <param name="credentials">The id and secret of the client's Hello.</param>
    /// <param name="userId">The user that the request was authenticated as, or null.</param>
    /// <param name="attempt">The client's count of dials.</param>
    /// <param name="create">Whether the client has seen no Welcome of the session.</param>
    public SessionClaim<TSession> Claim(SessionCredentials credentials, string? userId, uint attempt, bool create)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(credentials.Id, out var entry))
            {
                return _tombstones.Find(credentials.Id) is { } tombstone
                    ? Lost(tombstone, credentials)
                    : new SessionClaim<TSession>(create ? SessionClaimOutcome.MayCreate : SessionClaimOutcome.Lost);
            }

            // The same answer as for an unknown id: nobody learns which ids exist.
            if (!entry.Credentials.HasSecretOf(credentials))
            {
                return new SessionClaim<TSession>(SessionClaimOutcome.Lost);
            }

            if (entry.UserId != userId)
            {
                return new SessionClaim<TSession>(SessionClaimOutcome.OtherUser, entry.Session);
            }

            if (attempt <= entry.Attempt)
            {
                return new SessionClaim<TSession>(SessionClaimOutcome.Stale, entry.Session);
            }

            entry.Attempt = attempt;
            return new SessionClaim<TSession>(SessionClaimOutcome.Resume, entry.Session);
        }
    }

    /// <summary>Whether no newer dial has claimed the session since.</summary>
    public bool IsCurrent(Guid id, uint attempt)
    {
        lock (_gate)
        {
            return _sessions.TryGetValue(id, out var entry) && entry.Attempt == attempt;
        }
    }

    /// <summary>Adds a new session.</summary>
    /// <returns>False if there is one of its id by now: claim again.</returns>
    public bool TryAdd(SessionEntry<TSession> entry)
    {
        lock (_gate)
        {
            return _tombstones.Find(entry.Credentials.Id) is null && _sessions.TryAdd(entry.Credentials.Id, entry);
        }
    }

    /// <summary>Notes that a session has lost its socket and waits for its client.</summary>
    public void Wait(SessionEntry<TSession> entry, TimeSpan now)
    {
        lock (_gate)
        {
            if (entry.Waiting is null && _sessions.ContainsKey(entry.Credentials.Id))
            {
                entry.WaitingSince = now;
                entry.Waiting = _waiting.AddLast(entry);
            }
        }
    }

    /// <summary>Notes that a session has a socket again.</summary>
    public void StopWaiting(SessionEntry<TSession> entry)
    {
        lock (_gate)
        {
            LeaveWaiting(entry);
        }
    }

    /// <summary>Forgets a session that has ended, except why it did.</summary>
    /// <param name="entry">The session.</param>
    /// <param name="reason">Why it ended.</param>
    /// <param name="numbered">How many messages were numbered for its client, or would have been.</param>
    /// <param name="now">The time.</param>
    public void Remove(SessionEntry<TSession> entry, GapReason reason, long numbered, TimeSpan now)
    {
        lock (_gate)
        {
            if (_sessions.Remove(entry.Credentials.Id))
            {
                LeaveWaiting(entry);
                _tombstones.Add(new Tombstone(entry.Credentials, reason, numbered, now + ResumeLimits.TombstoneTime));
            }
        }
    }

    /// <summary>Looks for waiting sessions whose time is over, or that are too many.</summary>
    /// <param name="now">The time.</param>
    /// <param name="bytes">What a session's outbox holds.</param>
    /// <returns>The sessions to end, and why; they stay in the registry until they are removed.</returns>
    public List<(TSession Session, GapReason Reason)> Sweep(TimeSpan now, Func<TSession, long> bytes)
    {
        List<(TSession, GapReason)> over = [];
        lock (_gate)
        {
            _tombstones.Forget(now);
            var held = 0L;
            Dictionary<string, int> owners = new(StringComparer.Ordinal);

            // From the newest: what is within the limits by then stays, so the oldest go first.
            for (var node = _waiting.Last; node is not null; node = node.Previous)
            {
                var entry = node.Value;
                var ofOwner = owners[entry.Owner] = owners.GetValueOrDefault(entry.Owner) + 1;
                if (now - entry.WaitingSince >= limits.Window)
                {
                    over.Add((entry.Session, GapReason.Expired));
                }
                else if (ofOwner > (entry.UserId is null ? limits.PerAddress : limits.PerUser)
                    || (held += bytes(entry.Session) + ResumeLimits.BaseBytes) > limits.Budget)
                {
                    // What goes for its owner's sake holds nothing any more: it must not push out the sessions of others.
                    over.Add((entry.Session, GapReason.Evicted));
                }
            }
        }

        return over;
    }

    private static SessionClaim<TSession> Lost(Tombstone tombstone, SessionCredentials credentials) =>
        tombstone.Credentials.HasSecretOf(credentials)
            ? new SessionClaim<TSession>(SessionClaimOutcome.Lost, Reason: tombstone.Reason, Numbered: tombstone.Numbered)
            : new SessionClaim<TSession>(SessionClaimOutcome.Lost);

    private void LeaveWaiting(SessionEntry<TSession> entry)
    {
        if (entry.Waiting is { } node)
        {
            _waiting.Remove(node);
            entry.Waiting = null;
        }
    }
}
