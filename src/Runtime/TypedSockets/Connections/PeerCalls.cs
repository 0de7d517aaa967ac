using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>
/// A session's calls in both directions, from the first message to the terminal one: how a call starts, is answered, abandoned or runs out of time.
/// Thread-safe, except for what is said to need the session's lock.
/// </summary>
internal sealed class PeerCalls
{
    private readonly Peer _peer;
    private readonly Admission _admission;
    private readonly OutboxLimits _outboxLimits;
    private readonly CallTable _outbound;
    private readonly Dictionary<uint, ChannelCall> _inbound = [];
    private int _inboundStreams;
    private readonly Action<PendingCall, CancellationToken> _abandonCancelled;

    public PeerCalls(Peer peer, Admission admission, OutboxLimits outboxLimits)
    {
        _peer = peer;
        _admission = admission;
        _outboxLimits = outboxLimits;
        _outbound = new CallTable(peer.Role);
        _abandonCancelled = (call, token) => Abandon(call, new OperationCanceledException(token));
    }

    /// <summary>Adds a call. Owns its body; every failure is told to the call.</summary>
    public void Invoke(Channel channel, MessageBody arguments, PendingCall call, TimeSpan timeout, bool wait, CancellationToken cancel)
    {
        Turn.Current?.Release();
        call.Timeout = timeout;
        call.Deadline = timeout == Timeout.InfiniteTimeSpan ? long.MaxValue : _peer.Time.TimestampAfter(timeout);
        Exception? refused;
        lock (_peer.Gate)
        {
            refused = TryStart(channel, arguments, call, wait);
        }

        if (refused is not null)
        {
            arguments.Release();
            call.Fail(refused);
            return;
        }

        call.ListenTo(_abandonCancelled, cancel);
        _peer.Wake?.Invoke();
    }

    /// <summary>Takes a call out because its terminal message has come.</summary>
    /// <returns>The caller, or null if it does not wait any more: a late message for a finished call is nothing wrong.</returns>
    public PendingCall? End(uint id)
    {
        lock (_peer.Gate)
        {
            if (!_outbound.TryEnd(id, out var call))
            {
                return null;
            }

            _peer.Outbox.CallEnded();
            EndStreams(call);
            return call;
        }
    }

    /// <summary>Fails the calls whose time is over.</summary>
    public void Expire(long now)
    {
        List<PendingCall>? expired;
        lock (_peer.Gate)
        {
            expired = _outbound.Expired(now);
        }

        // Asked of every connection several times a second.
        if (expired is null)
        {
            return;
        }

        foreach (var call in expired)
        {
            Abandon(call, SocketErrors.TimedOut(call.Method, call.Timeout));
        }
    }

    /// <summary>Takes in a call from the other end.</summary>
    /// <exception cref="ProtocolException">The other end may not make it.</exception>
    public void Register(ChannelCall call)
    {
        if ((call.Id & 1) == (uint)_peer.Role)
        {
            throw ProtocolErrors.ForeignCallId(call.Id);
        }

        lock (_peer.Gate)
        {
            var streams = call.Method?.StreamCount ?? 0;
            if (_inbound.Count >= _peer.Limits.MaxPendingCalls)
            {
                throw ProtocolErrors.TooManyCalls(_peer.Limits.MaxPendingCalls);
            }

            if (_inboundStreams + streams > ProtocolLimits.MaxStreams)
            {
                throw ProtocolErrors.TooManyStreams(ProtocolLimits.MaxStreams);
            }

            if (!_inbound.TryAdd(call.Id, call))
            {
                throw ProtocolErrors.CallIdReused(call.Id);
            }

            _inboundStreams += streams;
            if (streams > 0)
            {
                _peer.Streams.Open(call, call.Method!);
            }
        }
    }

    /// <summary>The call from the other end with an id; null if it has its answer.</summary>
    public ChannelCall? FindInbound(uint id)
    {
        lock (_peer.Gate)
        {
            return _inbound.GetValueOrDefault(id);
        }
    }

    /// <summary>Queues the terminal message of a call from the other end.</summary>
    public void Answer(ChannelCall call, in OutboundMessage message)
    {
        lock (_peer.Gate)
        {
            // After a renewal the id may belong to a call of the new session.
            if (_peer.EndReason is not null || !ReferenceEquals(_inbound.GetValueOrDefault(call.Id), call))
            {
                message.Body.Release();
                return;
            }

            _inbound.Remove(call.Id);
            if (call.Method is { HasStreams: true } method)
            {
                _inboundStreams -= method.StreamCount;
                _peer.Streams.Close(call, method);
            }

            _admission.AddOrWait(message, _peer.Outbox);
        }

        _peer.Wake?.Invoke();
    }

    /// <summary>What the caller of a failed handler is told: never a text that could hold secrets, unless that was asked for.</summary>
    public (SocketErrorCode Code, string? Text) Describe(HubMethod method, ChannelCall call, Exception error) => error switch
    {
        BadArgumentsException bad => (SocketErrorCode.BadArguments, $"the arguments were refused: {bad.Cause.In(method.ToString()).Message}"),
        NoHandlerException none => (SocketErrorCode.NoHandler, none.Message),
        OperationCanceledException when call.CancellationToken.IsCancellationRequested => (SocketErrorCode.Cancelled, null),
        _ => (SocketErrorCode.HandlerFailed, _peer.DetailedErrors ? $"'{method}' failed: {error.GetType().Name}: {error.Message}" : null),
    };

    /// <summary>Fails a call that was taken out of the outbox because it is not for the other end.</summary>
    public void Fail(uint id, Func<HubMethod, Exception> error)
    {
        PendingCall? call;
        lock (_peer.Gate)
        {
            _outbound.TryEnd(id, out call);
            EndStreams(call);
        }

        call?.Fail(error(call.Method));
    }

    /// <summary>Takes every call out, because the session has ended. Called with the lock held.</summary>
    /// <param name="unsent">The ids of the calls that were never sent.</param>
    /// <returns>The callers, each with whether its call may have reached the other end, and the calls of the other end.</returns>
    public (List<(PendingCall Call, bool Sent)> Outbound, List<ChannelCall> Inbound) Clear(HashSet<uint> unsent)
    {
        var outbound = _outbound.Clear().ConvertAll(call => (call, !unsent.Contains(call.Id)));
        List<ChannelCall> inbound = [.. _inbound.Values];
        _inbound.Clear();
        _inboundStreams = 0;
        _peer.Streams.Clear();
        return (outbound, inbound);
    }

    // Called with the lock held.
    private Exception? TryStart(Channel channel, MessageBody arguments, PendingCall call, bool wait)
    {
        if (_peer.EndReason is { } reason)
        {
            return SocketErrors.NotDelivered(call.Method, reason);
        }

        if (channel.RefusalOf(call.Method) is { } refusal)
        {
            return refusal;
        }

        if (_outbound.Streams + call.Method.StreamCount > ProtocolLimits.MaxStreams && call.Method.HasStreams)
        {
            return SocketErrors.TooManyStreams(call.Method);
        }

        _outbound.Add(call, channel.Index);
        var message = OutboundMessage.Invoke(channel.Index, call.Method, call.Id, arguments, _peer.Streams.Start(channel, call));
        var urgent = _peer.Outbox.HoldsCarriedOver && UrgentScope.IsEntered;
        if (urgent ? _peer.Outbox.TryAdd(message, urgent: true) : _admission.TryAdd(message, _peer.Outbox))
        {
            return null;
        }

        if (wait)
        {
            _admission.Add(message);
            return null;
        }

        _outbound.TryEnd(call.Id, out _);
        EndStreams(call);
        return SocketErrors.BufferFull(call.Method, _outboxLimits);
    }

    /// <summary>Fails a call: the caller gets its failure at once; the id lives on until the other end's terminal message.</summary>
    public void Abandon(PendingCall call, Exception error)
    {
        lock (_peer.Gate)
        {
            if (!_outbound.TryAbandon(call, out var channel))
            {
                return;
            }

            EndStreams(call);
            if (TryWithdraw(call, channel))
            {
                _outbound.TryEnd(call.Id, out _);
                _peer.RoomMade();
            }
            else
            {
                _admission.AddOrWait(OutboundMessage.Cancel(call.Id), _peer.Outbox);
            }
        }

        call.Fail(error);
        _peer.Wake?.Invoke();
    }

    private void EndStreams(PendingCall? call)
    {
        if (call is { Method.HasStreams: true })
        {
            _peer.Streams.End(call);
        }
    }

    private bool TryWithdraw(PendingCall call, int channel) =>
        _admission.TryRemoveCall(call.Id) || _peer.Outbox.TryWithdrawCall(channel, call.Id);
}
