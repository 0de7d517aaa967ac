using System.Diagnostics;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Sessions;

/// <summary>
/// Everything that one end still owes the other, and the replay buffer at once (docs/protocol/sessions.md). Four cursors, acked &lt;= sent &lt;=
/// numbered &lt;= tail: up to <see cref="Numbered"/> an entry is immutable and stands in the ring; behind it messages wait in the
/// <see cref="Backlog"/>. A resume moves <see cref="Sent"/> and nothing else. A pure state machine; callers hold the session's lock.
/// </summary>
internal sealed class Outbox
{
    private readonly SendWindows _windows = new();
    private readonly ReplayRing _ring = new();
    private readonly Backlog _backlog;
    private OutboxLimits _limits;
    private Lane? _peeked;
    private long _numberedAtTrim;

    public Outbox(OutboxLimits limits)
    {
        _limits = limits;
        _backlog = new Backlog(_windows);
    }

    /// <summary>The number of the last message that the peer has received: bodies up to here are freed.</summary>
    public long Acked => _ring.Acked;

    /// <summary>The number of the last message written to the current socket.</summary>
    public long Sent { get; private set; }

    /// <summary>The highest number given.</summary>
    public long Numbered => _ring.Numbered;

    /// <summary>Where the next message will stand.</summary>
    public long Tail => Numbered + _backlog.Count;

    /// <summary>The bytes that count against the limit.</summary>
    public long Bytes => _ring.Bytes + _backlog.Bytes;

    /// <summary>Whether the peer has received and taken everything.</summary>
    public bool IsSettled => Acked == Tail && _windows.IsEmpty;

    /// <summary>Whether the peer has received everything that was numbered, and nothing waits that answers it.</summary>
    public bool IsFlushed => Acked == Numbered && _backlog.Next() is null;

    /// <summary>Whether an emit may expire before it is sent.</summary>
    public bool HasExpiring => _backlog.HasExpiring;

    /// <summary>The emits that were dropped and not told yet.</summary>
    public DropList Drops { get; } = new();

    public void SetPeerWindow(PeerWindow window) => _windows.SetPeer(window);

    /// <summary>Changes how much is held. What is held already stays.</summary>
    public void SetLimits(OutboxLimits limits) => _limits = limits;

    /// <summary>Adds a channel; its messages wait until <see cref="OpenChannel"/>.</summary>
    /// <returns>The channel's index.</returns>
    public int AddChannel()
    {
        _backlog.AddChannel();
        return _windows.AddChannel();
    }

    public void OpenChannel(int channel) => _windows.Open(channel);

    /// <summary>Numbers nothing new from here on but what answers the peer, until the next resume: it is about to shut down.</summary>
    public void HoldForDrain() => _windows.Closed = true;

    /// <summary>Whether only urgent messages go: a new session's first words come before what was carried over from the old one.</summary>
    public bool HoldsCarriedOver
    {
        get => _backlog.HoldsCarriedOver;
        set => _backlog.HoldsCarriedOver = value;
    }

    /// <summary>Adds a message. A quarter of the room is kept for what answers the peer, so that emits cannot starve answers.</summary>
    /// <param name="message">The message.</param>
    /// <param name="urgent">Whether it goes before what was carried over from a lost session, and may use the reserve.</param>
    /// <returns>False if there is no room; nothing has changed then.</returns>
    public bool TryAdd(in OutboundMessage message, bool urgent = false)
    {
        var share = message.IsWindowed && !urgent ? 3 : 4;
        if ((Tail - Acked + 1) * 4 > (long)_limits.Messages * share || (Bytes + message.OutboxBytes) * 4 > _limits.Bytes * share)
        {
            return false;
        }

        _backlog.Add(message, urgent);
        return true;
    }

    /// <summary>
    /// Whether the pump should look again because of what was added since this was asked last. What stands behind another message of its channel is no news:
    /// the pump is at that one, or whatever lets that one go will wake it. Only what expires gives way without being asked.
    /// </summary>
    public bool TakeNews()
    {
        var news = _backlog.HasNewHead || _backlog.HasExpiring;
        _backlog.HasNewHead = false;
        return news;
    }

    /// <summary>Drops the oldest emit of an event that has no number yet, of those with a key if one is given.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryDrop(int channel, HubMethod method, string? coalesceKey, DropReason reason)
    {
        if (!_backlog.TryRemoveEmit(channel, method, coalesceKey, out var removed))
        {
            return false;
        }

        Drops.Note(removed, reason);
        return true;
    }

    /// <summary>Drops what would be numbered next but has expired.</summary>
    /// <returns>False if there is nothing of that kind.</returns>
    public bool DropExpired(long now)
    {
        var dropped = false;
        while (_backlog.TryRemoveExpired(now, out var expired))
        {
            Drops.Note(expired, DropReason.Expired);
            dropped = true;
        }

        return dropped;
    }

    /// <summary>Drops emits and calls that have no number yet.</summary>
    /// <returns>The ids of the calls.</returns>
    public HashSet<uint> Drop(Func<OutboundMessage, bool> condition, DropReason reason) =>
        RemoveAll(message => message.IsWindowed && condition(message), reason);

    /// <summary>A message that has a number and is not acknowledged.</summary>
    public ref readonly OutboundMessage this[long number] => ref _ring[number];

    /// <summary>Looks for the next message to write: one to repeat, else the oldest that its window lets go.</summary>
    /// <param name="bytes">Its size, as it counts against the outbox: at least what it takes in a frame.</param>
    /// <returns>False if there is nothing to write now.</returns>
    public bool TryPeek(out int bytes)
    {
        if (Sent < Numbered)
        {
            bytes = _ring[Sent + 1].OutboxBytes;
            return true;
        }

        _peeked = _backlog.Count > 0 ? _backlog.Next() : null;
        if (_peeked is not null)
        {
            bytes = _peeked.First.OutboxBytes;
            return true;
        }

        bytes = 0;
        return false;
    }

    /// <summary>
    /// Moves past the message that <see cref="TryPeek"/> showed, with nothing else done in between; a message gets its number here, when it is first written.
    /// </summary>
    /// <returns>The message's number.</returns>
    public long MoveSent()
    {
        if (Sent == Numbered)
        {
            var lane = _peeked ?? throw new UnreachableException("nothing was peeked");
            Number(lane.First);
            _backlog.RemoveFirst(lane);
            _peeked = null;
        }

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

        _ring.Free(received);
        return true;
    }

    /// <summary>Goes on where the peer says that it stands, on a new socket: what it has not received is written again.</summary>
    /// <param name="received">The number of the last message that the peer has received.</param>
    /// <returns>False if that cannot be: it was never numbered, or is freed already. The session is lost then.</returns>
    public bool TryResume(long received)
    {
        if (received < Acked || received > Numbered)
        {
            return false;
        }

        _ring.Free(received);
        Sent = received;
        _windows.Closed = false;
        return true;
    }

    /// <summary>Notes how many messages of a channel the peer has taken.</summary>
    /// <returns>False if that many were never sent.</returns>
    public bool TryTaken(int channel, uint count) => _windows.TryTaken(channel, count);

    /// <summary>Notes that a call got its terminal message.</summary>
    public void CallEnded() => _windows.CallEnded();

    /// <summary>
    /// Gives up the memory that a burst has left behind, if nothing was numbered since this was called last: a session in full flow is empty now and then too.
    /// </summary>
    public void Trim()
    {
        if (_numberedAtTrim == Numbered)
        {
            _ring.Trim();
            _backlog.Trim();
            _windows.Trim();
        }

        _numberedAtTrim = Numbered;
    }

    /// <summary>Takes back a call that has no number yet.</summary>
    /// <returns>False if it was numbered already.</returns>
    public bool TryWithdrawCall(int channel, uint callId)
    {
        var withdrawn = _backlog.TryRemoveCall(channel, callId, out var removed);
        removed.Body.Release();
        return withdrawn;
    }

    /// <summary>
    /// Starts again for a new session. What has a number is given up, because nobody knows what became of it; of what has none, the emits are carried over.
    /// </summary>
    /// <returns>The ids of the calls that were never sent, and the emits and calls that the peer may have taken or not.</returns>
    public (HashSet<uint> UnsentCalls, List<(int Channel, UntakenMessage Message)> Untaken) Renew()
    {
        _ring.Clear();
        Sent = 0;
        var calls = RemoveAll(message => message.Kind != MessageKind.Emit, DropReason.Disposed);
        return (calls, _windows.Renew());
    }

    /// <summary>Gives every body back; the outbox is not used afterwards.</summary>
    /// <returns>The ids of the calls that were never sent.</returns>
    public HashSet<uint> Clear()
    {
        _ring.Clear();
        Sent = 0;
        return RemoveAll(_ => true, DropReason.Disposed);
    }

    private HashSet<uint> RemoveAll(Func<OutboundMessage, bool> condition, DropReason reason)
    {
        HashSet<uint> calls = [];
        foreach (var message in _backlog.RemoveAll(condition))
        {
            if (message.Kind == MessageKind.Emit)
            {
                Drops.Note(message, reason);
                continue;
            }

            message.Body.Release();
            if (message.Kind == MessageKind.Invoke)
            {
                calls.Add(message.CallId);
            }
        }

        return calls;
    }

    private void Number(in OutboundMessage message)
    {
        _ring.Add(message);
        message.Delivery?.NoteSent(message.Body.Length);
        if (message.IsWindowed)
        {
            _windows.Sent(message, Numbered);
        }
    }
}
