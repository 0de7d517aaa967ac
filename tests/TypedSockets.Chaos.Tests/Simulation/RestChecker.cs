using TypedSockets.Connections;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>What must hold when everything has come to rest: each message was handled, or its loss was told, once.</summary>
internal sealed class RestChecker(Simulation sim)
{
    private readonly History _history = sim.History;

    /// <summary>Whether both ends have nothing left to say.</summary>
    public static bool IsAtRest(Simulation sim)
    {
        if (sim.Client.IsOver)
        {
            return sim.Server.Live.Count == 0;
        }

        return sim.Client.IsOpen
            && sim.Server.Live is [{ Socket: not null } session]
            && session.Peer.Progress.WhenSettledAsync().IsCompleted
            && sim.Client.Peer.Progress.WhenSettledAsync().IsCompleted;
    }

    public static string Describe(Simulation sim)
    {
        var client = sim.Client.Peer;
        return $"client open {sim.Client.IsOpen}, acked {client.Outbox.Acked}, sent {client.Outbox.Sent}, numbered {client.Outbox.Numbered}, tail {client.Outbox.Tail}; "
            + string.Join("; ", sim.Server.Live.Select(session =>
                $"session {session.Id} with socket {session.Socket is not null}, acked {session.Peer.Outbox.Acked}, sent {session.Peer.Outbox.Sent}, "
                + $"numbered {session.Peer.Outbox.Numbered}, tail {session.Peer.Outbox.Tail}"));
    }

    public void Check()
    {
        foreach (var message in _history.Messages)
        {
            if (message.IsCall)
            {
                Require(message.Outcomes == 1 || message.From is { HasCrashed: true }, "a call got no outcome", message);
            }
            else if (message is { IsTaken: true, Handled: 0, Dropped: null } && !message.Method.IsVolatile)
            {
                CheckMissing(message);
            }
        }

        CheckGaps();
        Count(Happening.CarriedOver, message => message is { IsToServer: true, Handled: > 0 } && message.NumberedIn > message.SentIn);
        var told = _history.Messages.Count(message => message is { IsToServer: true, Dropped: not null, HasWaited: false });
        if (sim.Client.DropsTold < told)
        {
            sim.Checker.Fail($"{told} emits were dropped, and {sim.Client.DropsTold} reported");
        }
    }

    private void CheckMissing(SimMessage message)
    {
        if (message.From is { } session)
        {
            // A session that the client never knew of is none: it was promised nothing.
            var told = _history.Gaps.Count(gap => gap.Gap.Direction == GapDirection.FromServer && ReferenceEquals(gap.Lost, session));
            var isExcused = sim.Client.IsOver || !session.WasOpened;
            Require(told == 1 || (isExcused && told == 0), $"not delivered, and {told} gaps tell of it", message);
            return;
        }

        var named = _history.Gaps
            .Where(gap => gap.Gap.Direction == GapDirection.ToServer && gap.Session == message.NumberedIn)
            .Sum(gap => gap.Gap.Unconfirmed.Count(unconfirmed => Names(unconfirmed, message)));
        var isLeft = sim.Client.IsOver && (message.NumberedIn == _history.ClientSession || message.Number == 0);
        Require(named == 1 || (isLeft && named == 0), $"not delivered, and {named} gaps name it", message);
    }

    private void CheckGaps()
    {
        foreach (var same in _history.Gaps.GroupBy(gap => (gap.Session, gap.Gap.Direction)))
        {
            if (same.Count() > 1)
            {
                sim.Checker.Fail($"the loss of session {same.Key.Session} was told {same.Count()} times {same.Key.Direction}");
            }
        }

        foreach (var gap in _history.Gaps)
        {
            if (gap.Gap.Direction == GapDirection.ToServer)
            {
                CheckNamed(gap);
            }
            else if (gap.Gap.Count is { } count)
            {
                CheckCount(gap, count);
            }
        }
    }

    // What is named may have been delivered; but it was sent, in that session.
    private void CheckNamed(ToldGap gap)
    {
        foreach (var unconfirmed in gap.Gap.Unconfirmed)
        {
            var message = _history.Messages.Find(message => message.IsToServer && message.NumberedIn == gap.Session && Names(unconfirmed, message));
            if (message is null)
            {
                sim.Checker.Fail($"{unconfirmed} is named in the gap of session {gap.Session}, and was never sent");
                return;
            }

            sim.Note(message.Handled > 0 ? Happening.UnconfirmedButDelivered : Happening.Unconfirmed, message.Id);
        }
    }

    private void CheckCount(ToldGap gap, long count)
    {
        if (gap.Lost is not { } session)
        {
            sim.Checker.Fail($"a gap counts {count} messages of a session that was never open");
            return;
        }

        sim.Note(Happening.GapFromServerCounted, session.Id, (int)count);

        // A client that has left handles nothing more, of what it has received either.
        var missing = _history.Messages.Count(message =>
            ReferenceEquals(message.From, session)
            && message is { IsTaken: true, IsCall: false, Handled: 0, Dropped: null }
            && !message.Method.IsVolatile
            && !(sim.Client.IsOver && message.Number > 0 && message.Number <= gap.Received));
        if (count < missing || count > session.Handed - gap.Received || (sim.Settings.IsPlain && count != missing))
        {
            sim.Checker.Fail($"a gap counts {count} messages of session {session.Id}: {missing} emits are missing, of {session.Handed} messages {gap.Received} came");
        }
    }

    private void Count(Happening what, Func<SimMessage, bool> condition)
    {
        foreach (var message in _history.Messages.Where(condition))
        {
            sim.Note(what, message.Id);
        }
    }

    private static bool Names(Unconfirmed unconfirmed, SimMessage message) =>
        unconfirmed.Number == message.Number && unconfirmed.Hub == SimSide.Contracts[message.Hub].Name && unconfirmed.Event == message.Method.ToString();

    private void Require(bool condition, string invariant, SimMessage message) => sim.Checker.Require(condition, invariant, message);
}
