using TypedSockets.Codecs;
using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>What the two applications send: as generated proxies would, with every option.</summary>
internal sealed class Workload(Simulation sim)
{
    private static readonly string[] Keys = ["a", "b"];

    /// <summary>The client's application does something.</summary>
    public void ClientActs()
    {
        var hub = sim.Random.Below(SimSide.Hubs);
        if (sim.Client.Hubs[hub] is not { } channel)
        {
            if (sim.Settings.HasLateHubs)
            {
                sim.Client.OpenHub(hub);
            }
        }
        else if (sim.Random.Chance(sim.Settings.Calls))
        {
            Call(sim.Client.Peer, channel, hub, from: null, urgent: false);
        }
        else
        {
            Emit(sim.Client.Peer, channel, hub, from: null, urgent: false);
        }
    }

    /// <summary>The server's application sends to one session.</summary>
    public void ServerActs(SimServerSession session)
    {
        var hub = sim.Random.Below(SimSide.Hubs);
        if (session.Hubs[hub] is not { } channel)
        {
            return;
        }

        if (sim.Random.Chance(sim.Settings.Calls))
        {
            Call(session.Peer, channel, hub, session, urgent: false);
        }
        else
        {
            Emit(session.Peer, channel, hub, session, urgent: false);
        }
    }

    /// <summary>The server's application emits to every hub of a session.</summary>
    public void ServerEmits(SimServerSession session)
    {
        for (var hub = 0; hub < SimSide.Hubs; hub++)
        {
            if (session.Hubs[hub] is { } channel)
            {
                Emit(session.Peer, channel, hub, session, urgent: false);
            }
        }
    }

    /// <summary>The client's application emits much of one kind to one hub.</summary>
    public void Burst()
    {
        var hub = sim.Random.Below(SimSide.Hubs);
        var method = sim.Random.Pick(SimSide.Post, SimSide.Latest, SimSide.Sample, SimSide.Sample);
        for (var count = 4 + sim.Random.Below(12); count > 0 && sim.Client.Hubs[hub] is { } channel; count--)
        {
            Emit(method, sim.Client.Peer, channel, hub, from: null, urgent: false);
        }
    }

    /// <summary>The client's application sends what sets a new session up.</summary>
    public void SendUrgent()
    {
        var hub = sim.Random.Below(SimSide.Hubs);
        if (sim.Client.Hubs[hub] is not { } channel)
        {
            return;
        }

        var calls = sim.Random.Chance(sim.Settings.Calls);

        // The mark cannot be taken off again, so it is made in a context of its own.
        ExecutionContext.Run(ExecutionContext.Capture()!, _ =>
        {
            UrgentScope.Enter();
            if (calls)
            {
                Call(sim.Client.Peer, channel, hub, from: null, urgent: true);
            }
            else
            {
                Emit(sim.Client.Peer, channel, hub, from: null, urgent: true);
            }
        }, null);
    }

    private void Emit(Peer peer, Channel channel, int hub, SimServerSession? from, bool urgent) => Emit(
        sim.Random.Pick(SimSide.Post, SimSide.Post, SimSide.Post, SimSide.Latest, SimSide.Sample, SimSide.Typing), peer, channel, hub, from, urgent);

    private void Emit(HubMethod method, Peer peer, Channel channel, int hub, SimServerSession? from, bool urgent)
    {
        var body = Encode(sim.History.Messages.Count);
        if (body.Length > peer.MaxOutboundBytes)
        {
            body.Release();
            return;
        }

        var message = Create(hub, method, from, peer, urgent);
        var delivery = new SimDelivery(sim.History, peer, message)
        {
            // Options of emits are the client's; the server's go to many at once.
            CoalesceKey = from is null && method == SimSide.Latest ? sim.Random.Pick<string>(Keys) : null,
            ExpiresAt = from is null && method == SimSide.Sample && sim.Random.Chance(50)
                ? sim.Time.GetTimestamp() + TimeSpan.FromMilliseconds(sim.Random.Pick(50, 400, 5000)).Ticks
                : long.MaxValue,
        };
        var outbound = OutboundMessage.Emit(channel.Index, method, body, delivery);
        var whenFull = from is null && method == SimSide.Sample ? sim.Random.Pick(WhenFull.DropNewest, WhenFull.DropOldest) : WhenFull.Fail;
        message.Replaces = delivery.CoalesceKey is not null || whenFull == WhenFull.DropOldest;
        if (method.IsVolatile)
        {
            message.IsTaken = true;
            sim.Note(Happening.VolatileSent, message.Id, hub);
            peer.Emits.SendVolatile(outbound);
        }
        else if (whenFull == WhenFull.Fail && sim.Random.Chance(30))
        {
            EmitWaiting(peer, message, outbound);
        }
        else
        {
            EmitAtOnce(peer, message, outbound, whenFull);
        }
    }

    private void EmitWaiting(Peer peer, SimMessage message, in OutboundMessage outbound)
    {
        sim.Note(Happening.Emitted, message.Id, message.Hub);
        var admitted = peer.Emits.SendAsync(outbound, CancellationToken.None).AsTask();
        message.IsTaken = !admitted.IsFaulted;
        message.HasWaited = !admitted.IsCompleted;
        if (message.HasWaited)
        {
            sim.Note(Happening.EmitWaited, message.Id);
        }

        NoteHanded(message);
    }

    private void EmitAtOnce(Peer peer, SimMessage message, in OutboundMessage outbound, WhenFull whenFull)
    {
        sim.Note(Happening.Emitted, message.Id, message.Hub);
        var outcome = peer.Emits.TrySend(outbound, whenFull);
        if (outcome == SendOutcome.Taken)
        {
            message.IsTaken = true;
            NoteHanded(message);
            return;
        }

        outbound.Body.Release();
        sim.Note(outcome == SendOutcome.Full ? Happening.EmitFull : Happening.EmitEnded, message.Id);
        if (outcome == SendOutcome.Full && message.From is { EndReason: null } session)
        {
            sim.Note(Happening.SessionOverflowed, session.Id);
            session.End(GapReason.Overflow, SocketCloseCode.Overflow);
        }
    }

    private void Call(Peer peer, Channel channel, int hub, SimServerSession? from, bool urgent)
    {
        var body = Encode(sim.History.Messages.Count);
        if (body.Length > peer.MaxOutboundBytes)
        {
            body.Release();
            return;
        }

        var message = Create(hub, sim.Random.Pick(SimSide.Ask, SimSide.Ask, SimSide.AskBeside), from, peer, urgent);
        message.IsTaken = true;
        sim.Note(Happening.CallStarted, message.Id, hub);
        NoteHanded(message);
        var timeout = sim.Random.Chance(50) ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(sim.Random.Pick(100, 1000, 20_000));
        var wait = from is not null || sim.Random.Chance(80);
        var tail = peer.Outbox.Tail;
        peer.Calls.Invoke(channel, body, new SimCall(sim.History, message), timeout, wait, CancellationToken.None);
        message.HasWaited = peer.Outbox.Tail == tail;
    }

    private SimMessage Create(int hub, HubMethod method, SimServerSession? from, Peer peer, bool urgent)
    {
        var message = new SimMessage(sim.History.Messages.Count, hub, method, from)
        {
            SentIn = sim.History.ClientSession,
            WasUrgent = urgent && peer.Outbox.HoldsCarriedOver,
        };
        sim.History.Messages.Add(message);
        if (message.WasUrgent)
        {
            sim.Note(Happening.UrgentSent, message.Id);
        }

        return message;
    }

    private static void NoteHanded(SimMessage message)
    {
        if (message.From is { } session && message.IsTaken)
        {
            session.Handed++;
        }
    }

    private MessageBody Encode(int id)
    {
        var body = MessageBody.Rent();
        var writer = new PayloadWriter(body);
        Int32Codec.Write(ref writer, id);
        writer.Flush();
        var padding = sim.Random.Below(sim.Settings.MaxBodyBytes);
        body.GetSpan(padding)[..padding].Clear();
        body.Advance(padding);
        return body;
    }
}
