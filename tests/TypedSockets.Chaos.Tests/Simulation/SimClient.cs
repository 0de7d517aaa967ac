using Microsoft.Extensions.Logging.Abstractions;
using TypedSockets.Client;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>The client: its peer and session are the real ones; dialling, shaking hands and going on after a loss are done here as its loop does them.</summary>
internal sealed class SimClient : IControlMessages
{
    private readonly Simulation _sim;
    private readonly ClientEvents _events = new(NullLogger.Instance);
    private readonly Dictionary<Guid, int> _sessions = [];
    private ClientSocket? _socket;
    private bool _isSecondHello;
    private SimServerSession? _open;
    private long _received;
    private int _lost;
    private int _lossesSetUp;

    public SimClient(Simulation sim)
    {
        _sim = sim;
        Peer = new Peer(PeerRole.Client, sim.Settings.ClientLimits, sim.Settings.ClientOutbox, sim.Time)
        {
            Schedule = work => sim.Schedule(work, null),
            Dropped = (_, count) => DropsTold += count,
        };
        _events.Gap += NoteGap;
        Session = new ClientSession(Peer, CreateBytes);
    }

    public Peer Peer { get; }

    public ClientSession Session { get; }

    public Channel?[] Hubs { get; } = new Channel?[SimSide.Hubs];

    /// <summary>The handlers of NewSession that run.</summary>
    public List<SetUp> SetUps { get; } = [];

    public int DropsTold { get; private set; }

    /// <summary>Whether it dials as soon as it is let.</summary>
    public bool WantsToDial => _socket is null && !IsOver;

    public bool IsOpen => _socket?.End?.IsOpen == true;

    public ClientSocket? Socket => _socket;

    /// <summary>Whether it has been disposed.</summary>
    public bool IsOver { get; private set; }

    public int SessionOf(Guid id) => _sessions[id];

    public void OpenHub(int hub)
    {
        var channel = Peer.Channels.Add(SimSide.Contracts[hub], new SimHandler(_sim, hub, at: null));
        channel.Start();
        Hubs[hub] = channel;
        if (Session.IsFounded)
        {
            _sim.Note(Happening.HubAskedFor, hub);
            Peer.Channels.RequestMissing();
        }
    }

    public void Dial()
    {
        var line = _sim.OpenLine();
        _sim.Note(Happening.Dialled, line.Id);
        line.Client = _socket = new ClientSocket(_sim, this, line);
        _isSecondHello = false;
        _socket.SayHello();
    }

    /// <summary>Gives up a dial that takes too long.</summary>
    public void Abandon(ClientSocket socket)
    {
        _sim.Note(Happening.DialAbandoned, socket.Line.Id);
        socket.Leave();
        _socket = null;
    }

    public void HearWelcome(ClientSocket socket, byte[] bytes)
    {
        var frame = new FrameReader(bytes);
        frame.MoveNext(out var message);
        var welcome = WelcomeMessage.Read(message.Body);
        if (welcome.Outcome == SessionOutcome.Lost)
        {
            _sim.Note(Happening.WelcomeLost, welcome.LostReason, (int)welcome.Numbered);
        }

        if (Session.Accept(welcome, out var loss) is null && loss is not null)
        {
            NoteLoss(loss);
            GoOnAfterLoss(socket, welcome);
            return;
        }

        _sim.Note(welcome.Outcome == SessionOutcome.New ? Happening.WelcomeNew : Happening.WelcomeResumed, socket.Line.Id);
        Open(socket);
    }

    /// <summary>Notes that a dial has failed in its handshake.</summary>
    public void NoteRefused(ClientSocket socket, int code)
    {
        _sim.Note(Happening.RefusedInHandshake, socket.Line.Id, code);
        if (!ReferenceEquals(_socket, socket))
        {
            return;
        }

        _socket = null;
        if (CloseCodeRange.MeansNewSession(code))
        {
            NoteLoss(Session.Lose((SocketCloseCode)code));
        }
        else if (CloseCodeRange.MeansStop(code))
        {
            _sim.Checker.Fail($"the server refuses the client for good: {code}");
        }
    }

    public void NoteEnded(ClientSocket socket) => _sim.Later(null, () => GoOn(socket));

    public void NoteFrame(LineItem item)
    {
        if (item.Numbered > 0 && item.First <= _received + 1)
        {
            _received = Math.Max(_received, item.First + item.Numbered - 1);
        }
    }

    /// <summary>Leaves at once, without waiting for anything to be taken.</summary>
    public void Dispose()
    {
        _sim.Note(Happening.ClientDisposed);
        IsOver = true;
        if (_socket is { End: { } end })
        {
            end.Close(SocketCloseCode.Normal, "the client leaves");
        }
        else if (_socket is not null)
        {
            Abandon(_socket);
        }

        Peer.End("the client was disposed");
        _ = Peer.Channels.StopAsync();
    }

    /// <summary>Notes that a handler of NewSession has finished.</summary>
    public void Finish(SetUp setUp)
    {
        _sim.Note(Happening.SetUpFinished, setUp.Losses);
        SetUps.Remove(setUp);
        if (Session.Losses == setUp.Losses)
        {
            _lossesSetUp = setUp.Losses;
            Peer.Outbox.HoldsCarriedOver = false;
        }

        Peer.Wake?.Invoke();
    }

    bool IControlMessages.TryHandle(MessageKind kind, ReadOnlySpan<byte> body)
    {
        if (kind != MessageKind.ChannelReady)
        {
            return false;
        }

        Peer.Channels.Open(ChannelMessages.ParseReady(body));
        return true;
    }

    private void GoOnAfterLoss(ClientSocket socket, WelcomeMessage welcome)
    {
        if (welcome.Outcome == SessionOutcome.Resumed || _isSecondHello)
        {
            _sim.Note(Happening.Disagreed, socket.Line.Id);
            socket.Close(SocketCloseCode.Normal);
            _socket = null;
            return;
        }

        _isSecondHello = true;
        socket.SayHello();
    }

    private void Open(ClientSocket socket)
    {
        _open = socket.Line.Session!;
        _open.WasOpened = true;
        socket.Start();
        Peer.Channels.RequestMissing();
        if (Session.Losses > _lossesSetUp)
        {
            _sim.Note(Happening.SetUpStarted, Session.Losses);
            SetUps.Add(new SetUp(Session.Losses, _sim.Random.Below(4)));
        }
    }

    private void GoOn(ClientSocket socket)
    {
        if (!ReferenceEquals(_socket, socket))
        {
            return;
        }

        _socket = null;
        var end = socket.End!;
        var code = end.EndCode!.Value;
        if (!end.IsEndedByPeer && code is not 0)
        {
            socket.Line.Client = null;
        }

        if (CloseCodeRange.MeansStop(code))
        {
            _sim.Note(Happening.ClientClosed, code);
            _sim.Checker.Fail($"the client is stopped: {code}");
        }
        else if (!IsOver && CloseCodeRange.MeansNewSession(code))
        {
            _sim.Note(Happening.ClosedByServer, code);
            NoteLoss(Session.Lose((SocketCloseCode)code));
        }
    }

    private void NoteLoss(SessionLoss loss)
    {
        _sim.Note(Happening.ReasonUnknown + (int)loss.Reason, loss.Unconfirmed.Count, (int)(loss.NotReceived ?? -1));
        if (Session.Losses > _lossesSetUp)
        {
            Peer.Outbox.HoldsCarriedOver = true;
        }

        if (loss.Reason is GapReason.PositionMismatch or GapReason.Superseded or GapReason.OwnerLost)
        {
            _sim.Checker.Fail($"a session was lost without a cause: {loss.Reason}");
        }

        _lost = _sim.History.ClientSession - 1;
        _events.RaiseGaps(loss);
        _open = null;
        _received = 0;
    }

    private void NoteGap(Gap gap)
    {
        _sim.Note(gap.Direction == GapDirection.ToServer ? Happening.GapToServer : Happening.GapFromServer, (int)gap.Reason, (int)(gap.Count ?? -1));
        if (_sim.Mutation == Mutation.ReportNoGap)
        {
            return;
        }

        if (_sim.Mutation == Mutation.NameOneLess && gap.Unconfirmed.Count > 0)
        {
            gap = gap with { Unconfirmed = [.. gap.Unconfirmed.SkipLast(1)] };
        }

        _sim.History.Gaps.Add(new ToldGap(_lost, _open, _received, gap));
    }

    // The session asks for an id first, then for a secret: a new id is a new session.
    private byte[] CreateBytes(int count)
    {
        var bytes = _sim.Random.Bytes(count);
        if (count == HelloMessage.SessionIdLength)
        {
            _sim.History.ClientSession = _sessions.Count;
            _sessions.Add(new Guid(bytes), _sessions.Count);
        }

        return bytes;
    }
}
