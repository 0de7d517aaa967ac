using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>
/// A session's streams in both directions, by their ids: a result has its call's, the arguments have the following ones. Thread-safe, except for what is said to need the
/// session's lock.
/// </summary>
internal sealed class PeerStreams(Peer peer, Admission admission)
{
    private readonly Dictionary<uint, ItemQueue> _inbound = [];
    private readonly Dictionary<uint, OutboundStream> _outbound = [];

    // Those with an item for which there was no credit or no room, in the order in which they get their turn.
    private readonly Queue<OutboundStream> _waiting = new();
    private bool _tell;

    /// <summary>The bytes of untaken items at which the sender of a stream stops.</summary>
    public long WindowBytes { get; private set; }

    /// <summary>How many streams are open here, in either direction.</summary>
    public int Count
    {
        get
        {
            lock (peer.Gate)
            {
                return _inbound.Count + _outbound.Count;
            }
        }
    }

    /// <summary>The id of the stream that a call passes as its argument of an index.</summary>
    public static uint ArgumentId(uint callId, int index) => unchecked(callId + (((uint)index + 1) << 1));

    /// <summary>Notes how much the other end is ready to hold. Called with the lock held.</summary>
    public void SetPeerWindow(PeerWindow window) => WindowBytes = window.Bytes / ProtocolLimits.StreamShare;

    /// <summary>Opens the streams of a call of this end. Called with the lock held.</summary>
    /// <returns>What lets the arguments flow once the call has been written; null if it has none.</returns>
    public Delivery? Start(Channel channel, PendingCall call)
    {
        if (call.Items is { } items)
        {
            Receive(call.Id, items);
        }

        return call.Streams.Length == 0 ? null : new CallArguments(peer, channel, call);
    }

    /// <summary>Ends the streams of a call of this end. Called with the lock held.</summary>
    public void End(PendingCall call)
    {
        _inbound.Remove(call.Id);
        for (var i = 0; i < call.Streams.Length; i++)
        {
            Stop(ArgumentId(call.Id, i));
        }
    }

    /// <summary>Opens the streams of a call from the other end. Called with the lock held.</summary>
    /// <exception cref="ProtocolException">An id is in use.</exception>
    public void Open(ChannelCall call, HubMethod method)
    {
        var arguments = new ItemQueue[method.StreamParameters];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = new ItemQueue();
            Receive(ArgumentId(call.Id, i), arguments[i]);
        }

        var result = method.Kind == HubMethodKind.Stream ? new OutboundStream(peer, method, call.Id) : null;
        if (result is not null)
        {
            Send(result);
        }

        call.Attach(arguments, result);
    }

    /// <summary>Ends the streams of a call from the other end. Called with the lock held.</summary>
    public void Close(ChannelCall call, HubMethod method)
    {
        Stop(call.Id);
        for (var i = 0; i < method.StreamParameters; i++)
        {
            if (_inbound.Remove(ArgumentId(call.Id, i), out var items))
            {
                items.End(new InvalidOperationException($"The call of '{method}' has ended, and with it the streams that were passed to it."));
            }
        }
    }

    /// <summary>Lets a stream send. Called with the lock held.</summary>
    public void Send(OutboundStream stream) => _outbound.Add(stream.Id, stream);

    /// <summary>Notes that a stream has an item that may not go yet. Called with the lock held.</summary>
    public void Wait(OutboundStream stream) => _waiting.Enqueue(stream);

    /// <summary>Ends an argument of this end's call, because it has no more items.</summary>
    public void Complete(OutboundStream stream)
    {
        lock (peer.Gate)
        {
            if (!_outbound.Remove(stream.Id))
            {
                return;
            }

            admission.AddOrWait(OutboundMessage.Complete(stream.Id), peer.Outbox);
        }

        peer.Wake?.Invoke();
    }

    /// <summary>Sends nothing more of a stream. Called with the lock held.</summary>
    /// <returns>False if there is no such stream.</returns>
    public bool Stop(uint id)
    {
        var found = _outbound.Remove(id, out var stream);
        stream?.Stop();
        return found;
    }

    /// <summary>Tells the other end that nobody takes more of an argument, unless it has ended.</summary>
    public void GiveUp(uint id)
    {
        lock (peer.Gate)
        {
            if (!_inbound.Remove(id))
            {
                return;
            }

            admission.AddOrWait(OutboundMessage.Cancel(id), peer.Outbox);
        }

        peer.Wake?.Invoke();
    }

    /// <summary>Ends the streams of a cancelled call, each at its end here. What its handler has not read yet it still reads.</summary>
    public void Cancel(ItemQueue[] arguments, OutboundStream? result, OperationCanceledException error)
    {
        foreach (var items in arguments)
        {
            items.End(error);
        }

        lock (peer.Gate)
        {
            result?.Stop();
        }
    }

    /// <summary>Queues what may go of what waits, one item of each stream. Called with the lock held.</summary>
    /// <returns>Whether there was any.</returns>
    public bool TryAdmit()
    {
        var queued = false;
        for (var count = _waiting.Count; count > 0; count--)
        {
            var stream = _waiting.Dequeue();
            if (stream.TryQueue())
            {
                queued = true;
            }
            else if (stream.HasWaiting)
            {
                _waiting.Enqueue(stream);
            }
        }

        return queued;
    }

    /// <summary>The queue of a stream that comes in; null if nobody takes it any more.</summary>
    public ItemQueue? FindInbound(uint id)
    {
        lock (peer.Gate)
        {
            return _inbound.GetValueOrDefault(id);
        }
    }

    /// <summary>Takes a stream out that has come to its end.</summary>
    public ItemQueue? EndInbound(uint id)
    {
        lock (peer.Gate)
        {
            return _inbound.Remove(id, out var items) ? items : null;
        }
    }

    /// <summary>Takes in a credit. One for a stream that has ended is nothing wrong.</summary>
    /// <exception cref="ProtocolException">More is said to be taken than was sent.</exception>
    public void Credit(uint id, uint total)
    {
        lock (peer.Gate)
        {
            if (_outbound.TryGetValue(id, out var stream) && !stream.TryCredit(total))
            {
                throw ProtocolErrors.ForgedCredit(id);
            }

            TryAdmit();
        }
    }

    /// <summary>Writes the credits that are due into a frame. Called with the lock held.</summary>
    public void AppendCredits(FrameWriter writer)
    {
        if (!Volatile.Read(ref _tell))
        {
            return;
        }

        Volatile.Write(ref _tell, false);
        foreach (var (id, items) in _inbound)
        {
            if (items.TryTell(out var credit))
            {
                writer.Append(MessageKind.Credit, number: 0, [id, credit], []);
            }
        }
    }

    /// <summary>Starts again for a new socket: credits that were told on the old one are told again. Called with the lock held.</summary>
    public void TellAgain()
    {
        Volatile.Write(ref _tell, true);
        foreach (var items in _inbound.Values)
        {
            items.TellAgain();
        }
    }

    /// <summary>Ends every stream, because the session has; whoever ends the calls tells their consumers. Called with the lock held.</summary>
    public void Clear()
    {
        foreach (var stream in _outbound.Values)
        {
            stream.Stop();
        }

        _outbound.Clear();
        _inbound.Clear();
        _waiting.Clear();
    }

    private void Receive(uint id, ItemQueue items)
    {
        items.Connect(peer.Limits.StreamBytes, TellCredit);
        if (!_inbound.TryAdd(id, items))
        {
            throw ProtocolErrors.StreamIdReused(id);
        }
    }

    private void TellCredit()
    {
        Volatile.Write(ref _tell, true);
        peer.Wake?.Invoke();
    }
}
