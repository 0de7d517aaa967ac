using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>Puts what a peer has to say into frames: control messages first, then as much of the outbox as one frame should carry.</summary>
internal sealed class FrameAssembler(Peer peer)
{
    private readonly VolatileQueue _volatile = new();
    private readonly Dictionary<MessageKind, byte[]> _state = [];

    // A server says within 200 ms what has arrived, because what it has not said is in doubt when it crashes. Nobody waits for what a client says, and for a server that
    // sends a little to many the acknowledgements are a good part of its work (docs/performance.md).
    private readonly int _ticksPerAck = peer.Role == PeerRole.Client ? 5 : 1;
    private int _ticks;
    private int _maxBytes = ProtocolLimits.CoalesceBytes;
    private bool _tellTaken;
    private bool _acknowledge;
    private bool _ping;
    private bool _pong;

    /// <summary>Makes no frame of several messages larger than the other end reads. Called with the lock held.</summary>
    public void LimitTo(int maxFrameBytes) => _maxBytes = Math.Min(maxFrameBytes, ProtocolLimits.CoalesceBytes);

    /// <summary>Tells the other end, with the next frame, how much was taken. Called from any thread.</summary>
    public void TellTaken()
    {
        Volatile.Write(ref _tellTaken, true);
        peer.Wake?.Invoke();
    }

    /// <summary>Asks the other end for a sign of life.</summary>
    public void RequestPing()
    {
        Volatile.Write(ref _ping, true);
        peer.Wake?.Invoke();
    }

    /// <summary>Answers a ping, together with all that the other end may wait for.</summary>
    public void RequestPong()
    {
        Volatile.Write(ref _pong, true);
        lock (peer.Gate)
        {
            LetOut();
        }

        peer.Wake?.Invoke();
    }

    /// <summary>Sends an acknowledgement even if no other frame goes.</summary>
    public void RequestAck()
    {
        Volatile.Write(ref _acknowledge, true);
        peer.Wake?.Invoke();
    }

    /// <summary>Tells the other end, with the next frame, some state of this end. Of two of a kind the later counts; a new socket starts without any.</summary>
    public void TellState(MessageKind kind, byte[] body)
    {
        lock (peer.Gate)
        {
            _state[kind] = body;
        }

        peer.Wake?.Invoke();
    }

    /// <summary>Asks for a volatile emit to be sent. Called with the lock held.</summary>
    /// <returns>False if something is queued ahead of it.</returns>
    public bool TryAddVolatile(in OutboundMessage message) =>
        peer.Outbox.Sent == peer.Outbox.Tail && peer.Channels[message.Channel].WireId is not null && peer.Channels[message.Channel].RefusalOf(message.Method!) is null && _volatile.TryAdd(message);

    /// <summary>Drops the volatile emits that wait. Called with the lock held.</summary>
    public void DropVolatile()
    {
        while (_volatile.TryTake(out var message))
        {
            peer.Outbox.Drops.Note(message, DropReason.Volatile);
        }
    }

    /// <summary>Starts again for a new socket: state that was told on the old one is told again. Called with the lock held.</summary>
    public void Reset()
    {
        _acknowledge = _ping = _pong = false;
        _state.Clear();
        _tellTaken = true;
        peer.Streams.TellAgain();
        foreach (var channel in peer.Channels)
        {
            channel.TellAgain();
        }
    }

    /// <summary>Lets out what has waited long enough for a frame to ride on, and gives back what a burst needed.</summary>
    public void Tick()
    {
        var wakes = ++_ticks % _ticksPerAck == 0;
        lock (peer.Gate)
        {
            peer.Outbox.Trim();
            foreach (var channel in peer.Channels)
            {
                channel.Trim();
            }

            wakes = wakes && LetOut();
        }

        if (wakes)
        {
            peer.Wake?.Invoke();
        }
    }

    /// <summary>Fills the next frame.</summary>
    /// <param name="writer">What the frame is written with.</param>
    /// <returns>The frame, or an empty memory if there is nothing to say.</returns>
    public ReadOnlyMemory<byte> Next(FrameWriter writer)
    {
        writer.Reset();
        lock (peer.Gate)
        {
            AppendControl(writer);
            if (AppendVolatile(writer))
            {
                AppendOutbox(writer);
            }

            if (writer.Count == 0)
            {
                if (!_acknowledge || !peer.Inbox.HasUnacknowledged)
                {
                    return default;
                }

                // A frame of its own for an acknowledgement: what was taken rides on it.
                writer.Append(MessageKind.Ack, number: 0, [], []);
                _tellTaken = true;
                AppendTaken(writer);
            }

            _acknowledge = false;
            return writer.Complete(peer.Inbox.HasUnacknowledged ? peer.Inbox.Acknowledge() : null);
        }
    }

    // Called with the lock held. Sets only: a channel may have asked to be told since it was looked at.
    private bool LetOut()
    {
        var due = peer.Inbox.HasUnacknowledged;
        if (due)
        {
            Volatile.Write(ref _acknowledge, true);
        }

        foreach (var channel in peer.Channels)
        {
            if (channel.HasUntold)
            {
                Volatile.Write(ref _tellTaken, true);
            }
        }

        return due || Volatile.Read(ref _tellTaken);
    }

    private void AppendControl(FrameWriter writer)
    {
        if (_pong)
        {
            _pong = false;
            writer.Append(MessageKind.Pong, number: 0, [], []);
        }

        if (_ping)
        {
            _ping = false;
            writer.Append(MessageKind.Ping, number: 0, [], []);
        }

        AppendTaken(writer);
        peer.Streams.AppendCredits(writer);
        foreach (var (kind, body) in _state)
        {
            writer.Append(kind, number: 0, [], body);
        }

        _state.Clear();
    }

    private void AppendTaken(FrameWriter writer)
    {
        if (!_tellTaken)
        {
            return;
        }

        _tellTaken = false;
        foreach (var channel in peer.Channels)
        {
            if (channel.WireId is { } id && channel.TryTellTaken(out var taken))
            {
                writer.Append(MessageKind.Taken, number: 0, [id, taken], []);
            }
        }
    }

    // First, because nothing was queued when they came; those for which the frame has no room are not overtaken either.
    private bool AppendVolatile(FrameWriter writer)
    {
        while (HasRoom(writer, _volatile.NextBytes) && _volatile.TryTake(out var message))
        {
            writer.AppendEmit(number: 0, WireId(message), MethodId(message), message.Body.Span);
            message.Body.Release();
        }

        return _volatile.NextBytes == 0;
    }

    private void AppendOutbox(FrameWriter writer)
    {
        DropExpired();
        while (peer.Outbox.TryPeek(out var bytes) || (peer.Streams.TryAdmit() && peer.Outbox.TryPeek(out bytes)))
        {
            if (!HasRoom(writer, bytes))
            {
                return;
            }

            var number = peer.Outbox.MoveSent();
            Append(writer, peer.Outbox[number], number);
            DropExpired();
        }
    }

    // Before every message: the one that went may have stood before one that has expired. What is dropped makes room for what waits, which may have expired too.
    private void DropExpired()
    {
        while (peer.Outbox.HasExpiring && peer.Outbox.DropExpired(peer.Time.GetTimestamp()))
        {
            peer.RoomMade();
        }
    }

    private bool HasRoom(FrameWriter writer, int bytes) =>
        writer.Count == 0 || (writer.Count < peer.Limits.MaxFrameMessages && writer.Length + bytes <= _maxBytes);

    private void Append(FrameWriter writer, in OutboundMessage message, long number)
    {
        var bytes = message.Body.Span;
        switch (message.Kind)
        {
            case MessageKind.Emit:
                writer.AppendEmit(number, WireId(message), MethodId(message), bytes);
                break;
            case MessageKind.Invoke:
                writer.Append(MessageKind.Invoke, number, [WireId(message), MethodId(message), message.CallId], bytes);
                break;
            case MessageKind.Result or MessageKind.StreamItem:
                writer.Append(message.Kind, number, [message.CallId], bytes);
                break;
            case MessageKind.Error when DeclaredError.Owns(message.ErrorCode):
                writer.Append(MessageKind.Error, number, [message.CallId, (uint)message.ErrorCode, (uint)bytes.Length], bytes);
                break;
            case MessageKind.Error:
                writer.AppendError(number, message.CallId, message.ErrorCode, message.ErrorText);
                break;
            case MessageKind.Cancel or MessageKind.Complete:
                writer.Append(message.Kind, number, [message.CallId], []);
                break;
            default:
                writer.Append(message.Kind, number, [], bytes);
                break;
        }
    }

    // The outbox shows no message of a channel that is not open.
    private uint WireId(in OutboundMessage message) => peer.Channels[message.Channel].WireId!.Value;

    private uint MethodId(in OutboundMessage message) => peer.Channels[message.Channel].MethodId(message.Method!);
}
