using TypedSockets.Hubs;

namespace TypedSockets.Connections;

/// <summary>
/// The calls of this end that have no terminal message yet. Whoever takes a call out completes it. A call that was cancelled or timed out stays
/// as a number without a caller, until the other end has said its last word on it. Callers hold the session's lock.
/// </summary>
internal sealed class CallTable(PeerRole role)
{
    private readonly Dictionary<uint, Entry> _calls = [];
    private uint _next;

    /// <summary>The streams of these calls: the other end may hold them until it has said its last word.</summary>
    public int Streams { get; private set; }

    /// <summary>Adds a call and gives it an id: unique in the session, with the bit of this end. The streams that are passed to it have the ids after it.</summary>
    public void Add(PendingCall call, int channel)
    {
        call.Id = (_next << 1) | (uint)role;
        _next += 1 + (uint)call.Streams.Length;
        _calls.Add(call.Id, new Entry(call, channel, call.Method.StreamCount));
        Streams += call.Method.StreamCount;
    }

    /// <summary>Takes a call out because its terminal message has come, or never will.</summary>
    /// <param name="id">The call's id.</param>
    /// <param name="call">The caller, or null if it does not wait any more.</param>
    /// <returns>False if there is no such call.</returns>
    public bool TryEnd(uint id, out PendingCall? call)
    {
        var found = _calls.Remove(id, out var entry);
        call = entry.Call;
        Streams -= entry.Streams;
        return found;
    }

    /// <summary>Takes the caller of a call out, and keeps the number.</summary>
    /// <returns>False if nobody waits for the call.</returns>
    public bool TryAbandon(PendingCall call, out int channel)
    {
        if (_calls.TryGetValue(call.Id, out var entry) && ReferenceEquals(entry.Call, call))
        {
            _calls[call.Id] = entry with { Call = null };
            channel = entry.Channel;
            return true;
        }

        channel = default;
        return false;
    }

    /// <summary>The callers whose time is over.</summary>
    public List<PendingCall>? Expired(long now)
    {
        List<PendingCall>? expired = null;
        foreach (var entry in _calls.Values)
        {
            if (entry.Call is { } call && call.Deadline <= now)
            {
                (expired ??= []).Add(call);
            }
        }

        return expired;
    }

    /// <summary>Takes every call out.</summary>
    /// <returns>Those whose callers still wait.</returns>
    public List<PendingCall> Clear()
    {
        var waiting = _calls.Values.Where(entry => entry.Call is not null).Select(entry => entry.Call!).ToList();
        _calls.Clear();
        Streams = 0;
        return waiting;
    }

    private readonly record struct Entry(PendingCall? Call, int Channel, int Streams);
}
