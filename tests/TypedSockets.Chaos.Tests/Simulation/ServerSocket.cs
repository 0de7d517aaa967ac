using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>A socket at the server, from its first byte on: its Hello, the session that it finds or founds, the frames.</summary>
internal sealed class ServerSocket(Simulation sim, SimServer server, SimLine line) : IControlMessages
{
    private readonly long _openedAt = sim.Time.GetTimestamp();
    private SimServerSession? _session;
    private bool _isBusy;
    private int _hellos;

    public SimServer Server => server;

    /// <summary>The socket after its handshake.</summary>
    public SocketEnd? End { get; private set; }

    /// <summary>Whether what comes is looked at: not while an answer to a Hello is under way.</summary>
    public bool MayReceive => !_isBusy;

    public void Receive(LineItem item)
    {
        if (End is not null)
        {
            End.Receive(item);
            if (item.Bytes is null)
            {
                Leave();
            }
        }
        else if (item.Bytes is { } bytes)
        {
            _isBusy = true;
            Hear(bytes);
        }
        else
        {
            Leave();
        }
    }

    public void Tick(long now)
    {
        End?.Tick(now);
        if (End is null && !_isBusy && now - _openedAt > TimeSpan.FromSeconds(10).Ticks)
        {
            sim.Note(Happening.HandshakeTimedOut, line.Id);
            Refuse(new ProtocolException(SocketCloseCode.HeartbeatTimeout, "no Hello came"));
        }
    }

    public void Refuse(ProtocolException error)
    {
        line.ToClient.Send(new LineItem(null, Code: (int)error.CloseCode, Text: error.Message));
        Leave();
    }

    public void SayLost(GapReason reason, long numbered)
    {
        sim.Note(Happening.HelloLost, line.Id, (int)reason);
        var welcome = server.CreateWelcome(SessionOutcome.Lost);
        welcome.LostReason = (int)reason;
        welcome.Numbered = numbered;
        Say(welcome);
        _isBusy = false;
        if (++_hellos == 2)
        {
            Refuse(ProtocolErrors.Malformed("the second Hello asks for a session that is lost too"));
        }
    }

    public void SayWelcome(SimServerSession session, WelcomeMessage welcome)
    {
        _session = line.Session = session;
        Say(welcome);
    }

    /// <summary>Whether writing has failed by now.</summary>
    public bool IsWriteLost() => line.ToClient.IsBroken && sim.Random.Chance(50);

    /// <summary>Attaches the socket to its session.</summary>
    public void Start()
    {
        _isBusy = false;
        var session = _session!;
        End = new SocketEnd(sim, session.Peer, this, line.ToClient, NoteEnded);
        End.Attach();
    }

    public void Leave()
    {
        line.Server = null;
        _isBusy = false;
    }

    bool IControlMessages.TryHandle(MessageKind kind, ReadOnlySpan<byte> body)
    {
        switch (kind)
        {
            case MessageKind.ChannelOpen:
                _session!.OpenLater(ChannelMessages.ParseOpen(body));
                return true;
            case MessageKind.Close:
                End!.NotePeerLeft();
                return true;
            default:
                return false;
        }
    }

    private void NoteEnded(SocketEnd end)
    {
        if (!end.IsEndedByPeer)
        {
            Leave();
        }

        var session = _session!;
        sim.Later(session, () => session.NoteSocketEnded(this));
    }

    private void Hear(byte[] bytes)
    {
        var frame = new FrameReader(bytes);
        if (!frame.MoveNext(out var message) || message.Kind != MessageKind.Hello)
        {
            throw new InvariantException($"the first message is {message.Kind}");
        }

        var hello = HelloMessage.Read(message.Body, SimSide.Hubs);
        sim.Note(Happening.HelloHeard, line.Id, (int)hello.Attempt);
        var credentials = new SessionCredentials(hello.SessionId, hello.Secret);
        var claim = server.Registry.Claim(credentials, userId: null, hello.Attempt, hello.Create);
        switch (claim.Outcome)
        {
            case SessionClaimOutcome.MayCreate:
                sim.Note(Happening.Founded, line.Id);
                var founded = server.Found(credentials, hello);
                sim.Later(founded, () => founded.Attach(this, hello, resumes: false));
                break;
            case SessionClaimOutcome.Stale when sim.Mutation != Mutation.IgnoreFence:
                sim.Note(Happening.HelloStale, line.Id);
                Refuse(ProtocolErrors.Superseded());
                break;
            case SessionClaimOutcome.Resume or SessionClaimOutcome.Stale:
                var session = claim.Session!;
                sim.Later(session, () => session.Attach(this, hello, resumes: true));
                break;
            default:
                SayLost(claim.Reason, claim.Numbered);
                break;
        }
    }

    private void Say(WelcomeMessage welcome)
    {
        sim.Writer.Reset();
        sim.Writer.Append(MessageKind.Welcome, number: 0, [], welcome.ToBytes());
        line.ToClient.Send(new LineItem(sim.Writer.Complete(received: null).ToArray()));
    }
}
