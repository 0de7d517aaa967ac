using System.Diagnostics;
using TypedSockets.Protocol;

namespace TypedSockets.Sessions;

/// <summary>
/// Everything that one end still owes the other, and the replay buffer at once (docs/protocol/sessions.md). Four cursors, acked &lt;= sent &lt;=
/// numbered &lt;= tail: up to <see cref="Numbered"/> an entry is immutable and stands in the ring; behind it messages wait in one lane for
/// each channel, so that a channel whose window is full holds up nobody else. A pure state machine; callers hold the session's lock.
/// </summary>
internal sealed class Outbox(OutboxLimits limits)
{
    private readonly List<Lane> _lanes = [new Lane()];
    private readonly List<SendWindow> _windows = [];
    private readonly List<bool> _open = [];
    private OutboundMessage[] _ring = [];
    private PeerWindow _peer;
    private long _stamp;
    private int _waiting;
    private int _untakenMessages;
    private long _untakenBytes;
    private int _callsInFlight;

    /// <summary>The number of the last message that the peer has received: bodies up to here are freed.</summary>
    public long Acked { get; private set; }

    /// <summary>The number of the last message written to the current socket.</summary>
    public long Sent { get; private set; }

    /// <summary>The highest number given.</summary>
    public long Numbered { get; private set; }

    /// <summary>Where the next message will stand.</summary>
    public long Tail => Numbered + _waiting;

    /// <summary>The bytes that count against the limit.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether the peer has received and taken everything.</summary>
    public bool IsSettled => Acked == Tail && _untakenMessages == 0;

    public void SetPeerWindow(PeerWindow window) => _peer = window;

    /// <summary>Adds a channel; its messages wait until <see cref="OpenChannel"/>.</summary>
    /// <returns>The channel's index.</returns>
    public int AddChannel()
    {
        _lanes.Add(new Lane());
        _windows.Add(new SendWindow());
        _open.Add(false);
        return _windows.Count - 1;
    }

    public void OpenChannel(int channel) => _open[channel] = true;

    /// <summary>Adds a message. A quarter of the room is kept for what answers the peer, so that emits cannot starve answers.</summary>
    /// <returns>False if there is no room; nothing has changed then.</returns>
    public bool TryAdd(in OutboundMessage message)
    {
        var share = message.IsWindowed ? 3 : 4;
        if ((Tail - Acked + 1) * 4 > (long)limits.Messages * share || (Bytes + message.OutboxBytes) * 4 > limits.Bytes * share)
        {
            return false;
        }

        _lanes[message.Channel + 1].Add(message, ++_stamp);
        _waiting++;
        Bytes += message.OutboxBytes;
        return true;
    }

    /// <summary>Looks at the next message to write: one to repeat, else the oldest that its window lets go.</summary>
    /// <returns>False if there is nothing to write now.</returns>
    public bool TryPeek(out OutboundMessage message)
    {
        if (Sent < Numbered)
        {
            message = _ring[Slot(Sent + 1)];
            return true;
        }

        if (_waiting > 0 && NextLane() is { } lane)
        {
            message = lane.First;
            return true;
        }

        message = default;
        return false;
    }

    /// <summary>Moves past the message that <see cref="TryPeek"/> showed; a message gets its number here, when it is first written.</summary>
    /// <returns>The message's number.</returns>
    public long MoveSent()
    {
        if (Sent < Numbered)
        {
            return ++Sent;
        }

        var lane = NextLane() ?? throw new UnreachableException("nothing was peeked");
        Number(lane.Take());
        return ++Sent;
    }

    /// <summary>Notes that the peer has received all messages up to <paramref name="received"/>, and frees them.</summary>
    /// <returns>False if that many were never sent.</returns>
    public bool TryAcknowledge(long received)
    {
        if (received > Sent)
        {
            return false;
        }

        while (Acked < received)
        {
            ref var entry = ref _ring[Slot(++Acked)];
            Bytes -= entry.OutboxBytes;
            entry.Body?.Release();
            entry = default;
        }

        return true;
    }

    /// <summary>Notes how many messages of a channel the peer has taken.</summary>
    /// <returns>False if that many were never sent.</returns>
    public bool TryTaken(int channel, uint count)
    {
        var valid = _windows[channel].Taken(count, out var messages, out var bytes);
        _untakenMessages -= messages;
        _untakenBytes -= bytes;
        return valid;
    }

    /// <summary>Notes that a call got its terminal message.</summary>
    public void CallEnded() => _callsInFlight--;

    /// <summary>Takes back a call that has no number yet.</summary>
    /// <returns>False if it was numbered already.</returns>
    public bool TryWithdrawCall(int channel, uint callId)
    {
        if (!_lanes[channel + 1].TryRemoveCall(callId, out var removed))
        {
            return false;
        }

        _waiting--;
        Bytes -= removed.OutboxBytes;
        removed.Body?.Release();
        return true;
    }

    /// <summary>Gives every body back; the outbox is not used afterwards.</summary>
    public void Clear()
    {
        while (Acked < Numbered)
        {
            _ring[Slot(++Acked)].Body?.Release();
        }

        foreach (var lane in _lanes)
        {
            while (lane.Count > 0)
            {
                lane.Take().Body?.Release();
            }
        }

        _ring = [];
        _waiting = 0;
        Bytes = 0;
    }

    private Lane? NextLane()
    {
        Lane? next = null;
        for (var i = 0; i < _lanes.Count; i++)
        {
            var lane = _lanes[i];
            if (lane.Count > 0 && (next is null || lane.FirstStamp < next.FirstStamp) && MayGo(i - 1, lane.First))
            {
                next = lane;
            }
        }

        return next;
    }

    // A window that is empty lets any message go, so that one larger than the window cannot block for ever.
    private bool MayGo(int channel, in OutboundMessage message)
    {
        if (channel == OutboundMessage.NoChannel)
        {
            return true;
        }

        if (!_open[channel] || (message.Kind == MessageKind.Invoke && _callsInFlight >= _peer.Calls))
        {
            return false;
        }

        var window = _windows[channel];
        var size = message.WindowBytes;
        return _untakenMessages < _peer.Messages
            && window.Messages < _peer.Messages / 2
            && (_untakenMessages == 0 || _untakenBytes + size <= _peer.Bytes)
            && (window.Messages == 0 || window.Bytes + size <= _peer.Bytes / 2);
    }

    private void Number(in OutboundMessage message)
    {
        if (Numbered - Acked == _ring.Length)
        {
            Grow();
        }

        _ring[Slot(++Numbered)] = message;
        _waiting--;
        if (message.IsWindowed)
        {
            _windows[message.Channel].Sent(message.WindowBytes);
            _untakenMessages++;
            _untakenBytes += message.WindowBytes;
            _callsInFlight += message.Kind == MessageKind.Invoke ? 1 : 0;
        }
    }

    private int Slot(long number) => (int)number & (_ring.Length - 1);

    private void Grow()
    {
        var larger = new OutboundMessage[Math.Max(16, _ring.Length * 2)];
        for (var number = Acked + 1; number <= Numbered; number++)
        {
            larger[(int)number & (larger.Length - 1)] = _ring[Slot(number)];
        }

        _ring = larger;
    }
}
