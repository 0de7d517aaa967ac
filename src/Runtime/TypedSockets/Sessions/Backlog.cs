using TypedSockets.Hubs;

namespace TypedSockets.Sessions;

/// <summary>
/// The messages that have no number yet: one lane for each channel and one for what belongs to none, so that a channel whose window is full holds
/// up nobody else. Only here may messages be cancelled, replaced, dropped or expire.
/// </summary>
internal sealed class Backlog(SendWindows windows)
{
    // Ahead of everything that was admitted in the ordinary way.
    private const long UrgentStamps = long.MinValue / 2;

    private readonly List<Lane> _lanes = [new Lane()];
    private readonly List<Lane> _urgent = [new Lane()];
    private long _stamp;
    private int _expiring;
    private Lane? _latest;

    public int Count { get; private set; }

    /// <summary>The bytes of the messages, as they count against the outbox.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether a message may expire.</summary>
    public bool HasExpiring => _expiring > 0;

    /// <summary>Whether a message may have become the first of its lane: behind one that may not go, none can.</summary>
    public bool HasNewHead { get; set; }

    /// <summary>Lets only urgent messages go: a new session's first words come before what was carried over from the old one.</summary>
    public bool HoldsCarriedOver { get; set; }

    public void AddChannel()
    {
        _lanes.Add(new Lane());
        _urgent.Add(new Lane());
    }

    public void Add(in OutboundMessage message, bool urgent)
    {
        _latest = (urgent ? _urgent : _lanes)[message.Channel + 1];
        HasNewHead |= _latest.Count == 0;
        _latest.Add(message, ++_stamp + (urgent ? UrgentStamps : 0));
        Count++;
        Bytes += message.OutboxBytes;
        _expiring += message.Expires ? 1 : 0;
    }

    /// <summary>The lane whose first message is the oldest that may go now.</summary>
    public Lane? Next()
    {
        // Most sessions send over one channel at a time: then there is nothing to choose from.
        if (_latest is { } only && only.Count == Count && !HoldsCarriedOver)
        {
            return Count > 0 && windows.MayGo(only.First) ? only : null;
        }

        Lane? next = null;
        for (var i = 0; i < _lanes.Count; i++)
        {
            // What is urgent goes before the rest of its channel, whatever the window says of either.
            var lane = _urgent[i].Count > 0 || (HoldsCarriedOver && i > 0) ? _urgent[i] : _lanes[i];
            if (lane.Count > 0 && (next is null || lane.FirstStamp < next.FirstStamp) && windows.MayGo(lane.First))
            {
                next = lane;
            }
        }

        return next;
    }

    /// <summary>Takes the first message of a lane out.</summary>
    public void RemoveFirst(Lane lane)
    {
        NoteRemoved(lane.First);
        lane.RemoveFirst();
    }

    /// <summary>Takes a call out.</summary>
    /// <returns>False if it is not here.</returns>
    public bool TryRemoveCall(int channel, uint callId, out OutboundMessage removed)
    {
        foreach (var lane in LanesOf(channel))
        {
            var index = lane.IndexOfCall(callId);
            if (index >= 0)
            {
                removed = Note(lane.RemoveAt(index));
                HasNewHead = true;
                return true;
            }
        }

        removed = default;
        return false;
    }

    /// <summary>Takes the oldest emit of an event out, of those with a key if one is given.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryRemoveEmit(int channel, HubMethod method, string? coalesceKey, out OutboundMessage removed)
    {
        var lane = _lanes[channel + 1];
        var index = lane.IndexOfEmit(method, coalesceKey);
        removed = index < 0 ? default : Note(lane.RemoveAt(index));
        HasNewHead |= index >= 0;
        return index >= 0;
    }

    /// <summary>Takes a message out that heads its lane and has expired.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryRemoveExpired(long now, out OutboundMessage removed)
    {
        foreach (var lane in AllLanes())
        {
            if (lane.Count > 0 && lane.First.ExpiresAt <= now)
            {
                removed = Note(lane.Take());
                return true;
            }
        }

        removed = default;
        return false;
    }

    /// <summary>Takes all messages out for which a condition holds.</summary>
    public List<OutboundMessage> RemoveAll(Func<OutboundMessage, bool> condition)
    {
        List<OutboundMessage> removed = [];
        foreach (var lane in AllLanes())
        {
            for (var count = lane.Count; count > 0; count--)
            {
                var stamp = lane.FirstStamp;
                var message = lane.Take();
                if (condition(message))
                {
                    removed.Add(Note(message));
                }
                else
                {
                    lane.Add(message, stamp);
                }
            }
        }

        return removed;
    }

    /// <summary>Gives up the memory that a burst has left behind.</summary>
    public void Trim()
    {
        for (var i = 0; i < _lanes.Count; i++)
        {
            _lanes[i].Trim();
            _urgent[i].Trim();
        }
    }

    private IEnumerable<Lane> AllLanes() => _urgent.Concat(_lanes);

    private Lane[] LanesOf(int channel) => [_urgent[channel + 1], _lanes[channel + 1]];

    private OutboundMessage Note(OutboundMessage removed)
    {
        NoteRemoved(removed);
        return removed;
    }

    private void NoteRemoved(in OutboundMessage removed)
    {
        Count--;
        Bytes -= removed.OutboxBytes;
        _expiring -= removed.Expires ? 1 : 0;
    }
}
