using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>One process of the server: its sessions and what it remembers of others. The next process knows nothing of them.</summary>
internal sealed class SimServer(Simulation sim, int epoch)
{
    private TimeSpan _sweptAt;

    public SessionRegistry<SimServerSession> Registry { get; private set; } = new(sim.Settings.Resume);

    /// <summary>The sessions that are not over.</summary>
    public List<SimServerSession> Live { get; } = [];

    public bool HasCrashed { get; private set; }

    /// <summary>What a socket is closed with when its session ends.</summary>
    public static SocketCloseCode CodeOf(GapReason reason) => reason switch
    {
        GapReason.Overflow => SocketCloseCode.Overflow,
        GapReason.PositionMismatch => SocketCloseCode.Superseded,
        GapReason.Expired or GapReason.Evicted => SocketCloseCode.Draining,
        _ => SocketCloseCode.Normal,
    };

    public WelcomeMessage CreateWelcome(SessionOutcome outcome) => new()
    {
        Outcome = outcome,
        WindowMessages = sim.Settings.ServerLimits.WindowMessages,
        WindowBytes = sim.Settings.ServerLimits.WindowBytes,
        MaxFrameBytes = sim.Settings.ServerLimits.MaxFrameBytes,
        MaxPendingCalls = sim.Settings.ServerLimits.MaxPendingCalls,
        PingAfter = 15_000,
        DeadAfter = 25_000,
        ResumeWindow = (int)sim.Settings.Resume.Window.TotalMilliseconds,
        Epoch = epoch.ToString(),
    };

    public SimServerSession Found(SessionCredentials credentials, HelloMessage hello)
    {
        var session = new SimServerSession(sim, this, sim.ServerSessions.Count, credentials, hello.Attempt);
        sim.ServerSessions.Add(session);
        session.Open(hello.Channels);
        if (!Registry.TryAdd(session.Entry))
        {
            sim.Checker.Fail("a session was founded twice at once");
        }

        Live.Add(session);
        return session;
    }

    /// <summary>Forgets a session that has ended, except why it did.</summary>
    public void Forget(SimServerSession session, GapReason reason)
    {
        Live.Remove(session);
        if (sim.Mutation == Mutation.RemoveBeforeSeal)
        {
            var numbered = session.Peer.Outbox.Tail;
            sim.Workload.ServerEmits(session);
            session.Peer.Seal("over");
            Registry.Remove(session.Entry, reason, numbered, sim.Time.Now);
            return;
        }

        Registry.Remove(session.Entry, reason, session.Peer.Seal($"the session has ended ({reason})"), sim.Time.Now);
        if (sim.Mutation == Mutation.ForgetTombstones)
        {
            Registry = new SessionRegistry<SimServerSession>(sim.Settings.Resume);
            Live.ForEach(live => Registry.TryAdd(live.Entry));
        }
    }

    public void Tick(long now)
    {
        foreach (var session in Live)
        {
            session.Peer.Tick(now);
        }

        if (sim.Time.Now - _sweptAt >= TimeSpan.FromSeconds(1))
        {
            Sweep();
        }
    }

    public void Sweep()
    {
        _sweptAt = sim.Time.Now;
        foreach (var (session, reason) in Registry.Sweep(sim.Time.Now, static session => session.Peer.Outbox.Bytes))
        {
            sim.Note(reason == GapReason.Expired ? Happening.SessionExpired : Happening.SessionEvicted, session.Id);
            session.End(reason, SocketCloseCode.Draining);
        }
    }

    /// <summary>The process dies. What it held is given back, as nothing of the run looks at it any more.</summary>
    public void Crash()
    {
        HasCrashed = true;
        foreach (var session in sim.ServerSessions.Where(session => session.Server == this))
        {
            session.Peer.End("the process is gone");
            _ = session.Peer.Channels.StopAsync();
        }

        Live.Clear();
    }
}
