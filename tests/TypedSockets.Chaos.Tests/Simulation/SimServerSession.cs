using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>A server's session, as the server's own keeps it: the same calls of the peer and the registry, in the same order.</summary>
internal sealed class SimServerSession
{
    private readonly Simulation _sim;
    private readonly SimServer _server;
    private readonly Queue<Action> _waitingToAttach = new();
    private readonly HashSet<int> _claimed = [];
    private bool _attaching;
    private bool _paused;

    public SimServerSession(Simulation sim, SimServer server, int id, SessionCredentials credentials, uint attempt)
    {
        _sim = sim;
        _server = server;
        Id = id;
        ClientSession = sim.Client.SessionOf(credentials.Id);
        Entry = new SessionEntry<SimServerSession>(this, credentials, userId: null, "address", attempt);
        Peer = new Peer(PeerRole.Server, sim.Settings.ServerLimits, sim.Settings.ServerOutbox, sim.Time)
        {
            Schedule = work => sim.Schedule(work, this),
        };
    }

    public int Id { get; }

    /// <summary>Which of the client's sessions it is.</summary>
    public int ClientSession { get; }

    public SessionEntry<SimServerSession> Entry { get; }

    public Peer Peer { get; }

    /// <summary>The hubs that are open.</summary>
    public Channel?[] Hubs { get; } = new Channel?[SimSide.Hubs];

    /// <summary>In which order its handlers have run.</summary>
    public HandlingOrder[] Order { get; } = [.. Enumerable.Range(0, SimSide.Hubs).Select(_ => new HandlingOrder())];

    public ServerSocket? Socket { get; private set; }

    /// <summary>Why it is over; null while it is not.</summary>
    public GapReason? EndReason { get; private set; }

    public SimServer Server => _server;

    /// <summary>Whether its process is gone.</summary>
    public bool HasCrashed => _server.HasCrashed;

    /// <summary>Whether the client has been welcomed to it and knows it.</summary>
    public bool WasOpened { get; set; }

    /// <summary>How many messages were handed in for the client, all in all.</summary>
    public long Handed { get; set; }

    /// <summary>Opens the hubs that it starts with, and lets messages in some time later.</summary>
    public void Open(List<ChannelRequest> requests)
    {
        foreach (var request in requests)
        {
            var hub = SimSide.IndexOf(request.Hub);
            _claimed.Add(hub);
            Open(hub);
            _sim.Later(this, () => Hubs[hub]!.Start());
        }
    }

    /// <summary>Opens a hub that the client asks for later.</summary>
    public void OpenLater(ChannelRequest request)
    {
        var hub = SimSide.IndexOf(request.Hub);
        if (!_claimed.Add(hub))
        {
            throw ProtocolErrors.HubOpenAlready(request.Hub);
        }

        _sim.Later(this, () =>
        {
            _sim.Note(Happening.HubOpenedLater, hub, Id);
            var channel = Open(hub);
            Handed += Peer.EndReason is null ? 1 : 0;
            Peer.Emits.SendControl(MessageKind.ChannelReady, ChannelMessages.Ready(new ChannelGrant(request.Hub, channel.WireId!.Value)));
            _sim.Later(this, channel.Start);
        });
    }

    /// <summary>Gives the session a new socket, when the sockets before it have had their turn.</summary>
    public void Attach(ServerSocket socket, HelloMessage hello, bool resumes)
    {
        if (_attaching)
        {
            _sim.Note(Happening.AttachWaited, Id);
            _waitingToAttach.Enqueue(() => Attach(socket, hello, resumes));
            return;
        }

        _attaching = true;
        if (!TryAttach(socket, hello, resumes))
        {
            LetNextAttach();
        }
    }

    /// <summary>Ends the session.</summary>
    public void End(GapReason reason, SocketCloseCode code)
    {
        if (EndReason is not null)
        {
            return;
        }

        EndReason = reason;
        var socket = Socket;
        Socket = null;
        _server.Forget(this, reason);
        _sim.Note(Happening.SessionOver, Id, (int)reason);
        socket?.End!.Close(code, "the session has ended");
        _sim.Later(this, () => Peer.End($"the session has ended ({reason})"));
        _sim.Later(this, () => _ = Peer.Channels.StopAsync());
    }

    /// <summary>Goes on without a socket that has ended.</summary>
    public void NoteSocketEnded(ServerSocket socket)
    {
        if (!ReferenceEquals(Socket, socket))
        {
            return;
        }

        Socket = null;
        var end = socket.End!;
        if (end.HasPeerLeft)
        {
            _sim.Note(Happening.SessionLeft, Id);
            End(GapReason.Ended, SocketCloseCode.Normal);
        }
        else if (CloseCodeRange.MeansStop(end.EndCode!.Value))
        {
            End(GapReason.Ended, (SocketCloseCode)end.EndCode.Value);
        }
        else
        {
            Wait();
        }
    }

    private Channel Open(int hub)
    {
        var channel = Peer.Channels.Add(SimSide.Contracts[hub], new SimHandler(_sim, hub, this));
        Peer.Channels.Open(channel, (uint)hub);
        return Hubs[hub] = channel;
    }

    private bool TryAttach(ServerSocket socket, HelloMessage hello, bool resumes)
    {
        var isFenced = _sim.Mutation != Mutation.IgnoreFence && (resumes || _sim.Mutation != Mutation.FounderIgnoresFence);
        if (isFenced && !_server.Registry.IsCurrent(Entry.Credentials.Id, hello.Attempt))
        {
            _sim.Note(Happening.HelloOutdated, Id);
            socket.Refuse(EndReason is null ? ProtocolErrors.Superseded() : ProtocolErrors.SessionOver());
            return false;
        }

        DetachOld();
        if (resumes && !Peer.TryResume(hello.Received, out _))
        {
            End(GapReason.PositionMismatch, SocketCloseCode.Superseded);
            socket.SayLost(GapReason.PositionMismatch, numbered: -1);
            return false;
        }

        _server.Registry.StopWaiting(Entry);
        Peer.SetRemoteLimits(new PeerWindow(hello.WindowMessages, hello.WindowBytes, hello.MaxPendingCalls), hello.MaxFrameBytes);
        Peer.Limit(moreBytes: null);
        var welcome = _server.CreateWelcome(resumes ? SessionOutcome.Resumed : SessionOutcome.New);
        welcome.Received = Peer.StateReceived();
        welcome.Channels = Grants();
        socket.SayWelcome(this, welcome);
        _sim.Later(this, () => FinishWelcome(socket));
        return true;
    }

    private List<ChannelGrant> Grants()
    {
        List<ChannelGrant> grants = [];
        for (var hub = 0; hub < Hubs.Length; hub++)
        {
            if (Hubs[hub] is { } channel)
            {
                grants.Add(new ChannelGrant(channel.Contract.Name, channel.WireId!.Value));
            }
        }

        return grants;
    }

    private void FinishWelcome(ServerSocket socket)
    {
        if (socket.IsWriteLost())
        {
            _sim.Note(Happening.WelcomeNotWritten, Id);
            socket.Leave();
            Wait();
        }
        else
        {
            Socket = EndReason is null ? socket : null;
            socket.Start();
            if (EndReason is { } reason)
            {
                socket.End!.Close(SimServer.CodeOf(reason), "the session has ended");
            }
            else if (_paused)
            {
                _paused = false;
                TellHubs();
            }
        }

        LetNextAttach();
    }

    private void LetNextAttach()
    {
        _attaching = false;
        if (_waitingToAttach.TryDequeue(out var next))
        {
            next();
        }
    }

    private void DetachOld()
    {
        if (Socket is not { } old)
        {
            return;
        }

        _sim.Note(Happening.OldSocketReplaced, Id);
        if (_sim.Mutation == Mutation.ReadOldSocket)
        {
            return;
        }

        Socket = null;
        old.End!.Close(SocketCloseCode.Superseded, "a newer socket took the session over");
        Wait();
    }

    private void Wait()
    {
        _paused = true;
        Peer.Limit(_sim.Settings.DetachedBytes);
        TellHubs();
        _server.Registry.Wait(Entry, _sim.Time.Now);
    }

    // Callbacks of the server's own stand among the messages.
    private void TellHubs()
    {
        foreach (var hub in Hubs)
        {
            hub?.RunInOrder(static () => default);
        }
    }
}
