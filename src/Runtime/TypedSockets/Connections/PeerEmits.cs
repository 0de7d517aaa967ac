using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>A session's emits and control messages, until the outbox has taken them: who waits for room, who is dropped, who is refused. Thread-safe.</summary>
internal sealed class PeerEmits(Peer peer, Admission admission)
{
    /// <summary>
    /// How long an emit of a server waits for room. Most wait inside a handler, and two ends whose handlers wait for each other's room would never go on.
    /// </summary>
    public static TimeSpan ServerRoomTimeout { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Adds an emit if there is room. Owns its body only if it was taken; one that is dropped instead was taken.</summary>
    public SendOutcome TrySend(in OutboundMessage message, WhenFull whenFull = WhenFull.Fail)
    {
        SendOutcome outcome;
        bool dropped;
        Action? wake;
        lock (peer.Gate)
        {
            outcome = peer.EndReason is not null ? SendOutcome.Ended : TryAdd(message, whenFull);
            dropped = peer.Outbox.Drops.Any;
            wake = peer.Outbox.TakeNews() ? peer.Wake : null;
        }

        wake?.Invoke();
        if (dropped)
        {
            RaiseDrops();
        }

        return outcome;
    }

    /// <summary>Adds an emit, waiting for room if need be. Owns its body.</summary>
    public ValueTask SendAsync(in OutboundMessage message, CancellationToken cancel)
    {
        ValueTask room = default;
        bool dropped;
        Action? wake;
        lock (peer.Gate)
        {
            if (peer.EndReason is { } reason)
            {
                message.Body.Release();
                return ValueTask.FromException(SocketErrors.Closed(reason));
            }

            var outcome = TryAdd(message, WhenFull.Wait);
            if (outcome == SendOutcome.Mismatch)
            {
                message.Body.Release();
                return ValueTask.FromException(peer.Channels[message.Channel].RefusalOf(message.Method!)!);
            }

            if (outcome != SendOutcome.Taken)
            {
                room = new ValueTask(WaitForRoomAsync(admission.Add(message), cancel));
            }

            dropped = peer.Outbox.Drops.Any;
            wake = peer.Outbox.TakeNews() ? peer.Wake : null;
        }

        wake?.Invoke();
        if (dropped)
        {
            RaiseDrops();
        }

        return room;
    }

    /// <summary>Adds a volatile emit if nothing is queued ahead of it, else drops it. Owns its body.</summary>
    public void SendVolatile(in OutboundMessage message)
    {
        lock (peer.Gate)
        {
            if (peer.EndReason is not null)
            {
                message.Body.Release();
                return;
            }

            // What sets a new session up is ahead of it too, whether it is queued yet or not.
            var held = peer.Outbox.HoldsCarriedOver && !UrgentScope.IsEntered;
            if (peer.Wake is { } wake && !held && admission.IsEmpty && peer.Frames.TryAddVolatile(message))
            {
                wake();
                return;
            }

            peer.Outbox.Drops.Note(message, DropReason.Volatile);
        }

        RaiseDrops();
    }

    /// <summary>Adds a control message that must not be lost, such as ChannelOpen.</summary>
    public void SendControl(MessageKind kind, ReadOnlySpan<byte> body)
    {
        var message = OutboundMessage.Control(kind, MessageBody.Copy(body));
        lock (peer.Gate)
        {
            if (peer.EndReason is not null)
            {
                message.Body.Release();
                return;
            }

            admission.AddOrWait(message, peer.Outbox);
        }

        peer.Wake?.Invoke();
    }

    /// <summary>Takes out what waits and turns out not to be for the other end. Called with the lock held.</summary>
    /// <param name="condition">Which emits and calls.</param>
    /// <param name="reason">Why the emits are dropped.</param>
    /// <param name="error">Why a member's message is not sent.</param>
    /// <returns>Tells callers and senders; to be run without the lock.</returns>
    public Action TurnAway(Func<OutboundMessage, bool> condition, DropReason reason, Func<HubMethod, Exception> error)
    {
        List<uint> calls = [.. peer.Outbox.Drop(condition, reason), .. admission.Remove(condition, reason, error)];
        peer.RoomMade();
        return () =>
        {
            calls.ForEach(id => peer.Calls.Fail(id, error));
            RaiseDrops();
        };
    }

    /// <summary>Tells what was dropped. Called without the lock.</summary>
    public void RaiseDrops()
    {
        // Asked after every frame, so without the lock first: whoever drops something asks again.
        if (!peer.Outbox.Drops.Any)
        {
            return;
        }

        List<Drop> drops;
        lock (peer.Gate)
        {
            drops = peer.Outbox.Drops.Take();
        }

        foreach (var drop in drops.CountBy(drop => drop))
        {
            peer.Dropped?.Invoke(drop.Key, drop.Value);
        }
    }

    // Called with the lock held.
    private SendOutcome TryAdd(in OutboundMessage message, WhenFull whenFull)
    {
        var outbox = peer.Outbox;
        if (peer.Channels[message.Channel].RefusalOf(message.Method!) is not null)
        {
            return SendOutcome.Mismatch;
        }

        var urgent = outbox.HoldsCarriedOver && UrgentScope.IsEntered;

        // While others wait for room nobody gives way to this one: it would overtake those that wait.
        var mayMakeRoom = admission.EmitCount == 0;
        if (mayMakeRoom && message.Delivery?.CoalesceKey is { } key)
        {
            outbox.TryDrop(message.Channel, message.Method!, key, DropReason.Coalesced);
        }

        if (urgent ? outbox.TryAdd(message, urgent: true) : admission.TryAdd(message, outbox))
        {
            return SendOutcome.Taken;
        }

        if (whenFull is WhenFull.Fail or WhenFull.Wait)
        {
            return SendOutcome.Full;
        }

        // Room for this one may take several smaller ones; with none of its event left to give way, it is this one that goes.
        while (mayMakeRoom && whenFull == WhenFull.DropOldest && outbox.TryDrop(message.Channel, message.Method!, coalesceKey: null, DropReason.Full))
        {
            if (outbox.TryAdd(message, urgent))
            {
                return SendOutcome.Taken;
            }
        }

        outbox.Drops.Note(message, DropReason.Full);
        return SendOutcome.Taken;
    }

    private async Task WaitForRoomAsync(Admission.Waiter waiter, CancellationToken cancel)
    {
        var timeout = peer.Role == PeerRole.Server ? ServerRoomTimeout : Timeout.InfiniteTimeSpan;
        try
        {
            await waiter.Admitted.Task.WaitAsync(timeout, peer.Time, cancel).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or TimeoutException)
        {
            bool removed;
            lock (peer.Gate)
            {
                removed = admission.TryRemove(waiter);
                peer.RoomMade();
            }

            if (removed)
            {
                peer.Wake?.Invoke();
                if (error is TimeoutException)
                {
                    throw SocketErrors.NoRoomWithin(waiter.Message.Method!, timeout);
                }

                throw;
            }

            // It was admitted in the same moment: the message is on its way, so it has not been cancelled.
            await waiter.Admitted.Task.ConfigureAwait(false);
        }

        peer.Wake?.Invoke();
    }
}
