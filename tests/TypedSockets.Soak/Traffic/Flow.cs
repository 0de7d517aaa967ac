namespace TypedSockets.Soak.Traffic;

/// <summary>
/// The numbered messages of one direction of one client, seen from both of its ends: what was sent, and what of it is lost, came twice, late or
/// changed. Thread-safe.
/// </summary>
public sealed class Flow
{
    private readonly Lock _gate = new();
    private readonly HashSet<long> _missing = [];
    private long _sent;
    private long _highest;
    private long _received;

    /// <summary>How many numbers were given out.</summary>
    public long Sent => Volatile.Read(ref _sent);

    /// <summary>How many messages came, each counted as often as it came.</summary>
    public long Received => Volatile.Read(ref _received);

    public long Duplicated { get; private set; }

    public long Reordered { get; private set; }

    /// <summary>Messages whose payload is not what was sent.</summary>
    public long Damaged { get; private set; }

    /// <summary>Messages that were overtaken by a later one and have not come since.</summary>
    public long Overtaken
    {
        get
        {
            lock (_gate)
            {
                return _missing.Count;
            }
        }
    }

    /// <summary>Messages that were sent and have not come: lost, once nothing is under way any more.</summary>
    public long Outstanding
    {
        get
        {
            lock (_gate)
            {
                return Sent - _highest + _missing.Count;
            }
        }
    }

    /// <summary>Whether all that was sent came once, in order and unchanged.</summary>
    public bool IsPerfect => Outstanding == 0 && Duplicated == 0 && Reordered == 0 && Damaged == 0;

    /// <summary>The number of the next message.</summary>
    public long Next() => Interlocked.Increment(ref _sent);

    public void Receive(long number, ReadOnlySpan<byte> payload)
    {
        lock (_gate)
        {
            Note(number);
            Damaged += Payload.IsOf(number, payload) ? 0 : 1;
        }
    }

    /// <summary>Takes note of a message without a payload.</summary>
    public void Receive(long number)
    {
        lock (_gate)
        {
            Note(number);
        }
    }

    private void Note(long number)
    {
        Volatile.Write(ref _received, _received + 1);
        if (number <= _highest)
        {
            var late = _missing.Remove(number);
            Reordered += late ? 1 : 0;
            Duplicated += late ? 0 : 1;
            return;
        }

        for (var missing = _highest + 1; missing < number; missing++)
        {
            _missing.Add(missing);
        }

        _highest = number;
    }
}
