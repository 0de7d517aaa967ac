using TypedSockets.Connections;
using TypedSockets.Protocol;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>
/// One end of a socket after the handshake: what <see cref="Connection"/> and <see cref="SendPump"/> do with their loops, one step at a time.
/// </summary>
internal sealed class SocketEnd
{
    private static readonly ConnectionTimes Times = ConnectionTimes.Default;

    private readonly Simulation _sim;
    private readonly Peer _peer;
    private readonly FrameRouter _router;
    private readonly LineWay _output;
    private readonly Action<SocketEnd> _ended;
    private readonly Action _wake;
    private bool _signalled;
    private long _heardAt;
    private long _pingedAt;

    public SocketEnd(Simulation sim, Peer peer, IControlMessages control, LineWay output, Action<SocketEnd> ended)
    {
        _sim = sim;
        _peer = peer;
        _router = new FrameRouter(peer, control);
        _output = output;
        _ended = ended;

        // What waits for room wakes the pump a second time, from a thread of the pool: that must not be needed.
        _wake = () =>
        {
            if (Environment.CurrentManagedThreadId == sim.Thread)
            {
                _signalled = true;
            }
        };
        _heardAt = _pingedAt = sim.Time.GetTimestamp();
    }

    /// <summary>With which code the socket was closed, 0 if it was lost; null while it is open.</summary>
    public int? EndCode { get; private set; }

    public bool IsEndedByPeer { get; private set; }

    public bool IsOpen => EndCode is null;

    /// <summary>Whether the other end's farewell ends the session.</summary>
    public bool HasPeerLeft => IsEndedByPeer && EndCode == (int)SocketCloseCode.Normal;

    public bool MayPump => IsOpen && _signalled && _output.Items.Count < _sim.Settings.LineCapacity;

    /// <summary>Told of every frame that is taken in.</summary>
    public Action<LineItem>? FrameHeard { get; init; }

    public void Attach() => _peer.Attach(_wake);

    /// <summary>Writes the next frame.</summary>
    public void Pump()
    {
        _signalled = false;
        var frame = ReferenceEquals(_peer.Wake, _wake) ? _peer.Frames.Next(_sim.Writer) : default;
        _peer.Emits.RaiseDrops();
        if (frame.IsEmpty)
        {
            return;
        }

        // After a frame the pump looks again, whether it was woken or not.
        _signalled = true;
        var (first, count) = Numbers(frame.Span);
        _sim.Note(Happening.FrameSent, first, count);
        _output.Send(new LineItem(frame.ToArray(), first, count));
    }

    public void Receive(LineItem item)
    {
        if (item.Bytes is not { } frame)
        {
            _sim.Note(item.Code == 0 ? Happening.LossHeard : Happening.CloseHeard, item.Code);
            EndWith(item.Code, byPeer: true);
            return;
        }

        if (!IsOpen)
        {
            _sim.Note(Happening.FrameAfterEnd, item.First, item.Numbered);
            return;
        }

        _sim.Note(Happening.FrameHeard, item.First, item.Numbered);
        _heardAt = _pingedAt = _sim.Time.GetTimestamp();
        if (frame.Length > _peer.Limits.MaxFrameBytes)
        {
            Close(SocketCloseCode.TooLarge, $"a frame of {frame.Length} bytes");
            return;
        }

        FrameHeard?.Invoke(item);
        Route(frame);
    }

    /// <summary>Closes the socket: what was written before still goes.</summary>
    public void Close(SocketCloseCode code, string text)
    {
        if (EndWith((int)code, byPeer: false))
        {
            _output.Send(new LineItem(null, Code: (int)code, Text: text));
        }
    }

    public void NotePeerLeft() => EndWith((int)SocketCloseCode.Normal, byPeer: true);

    /// <summary>Looks whether the other end is still there.</summary>
    public void Tick(long now)
    {
        if (!IsOpen)
        {
            return;
        }

        if (now - _heardAt > Times.DeadAfter.Ticks)
        {
            _sim.Note(Happening.HeartbeatMissed);
            Close(SocketCloseCode.HeartbeatTimeout, "nothing was heard");
        }
        else if (now - _pingedAt > Times.PingAfter.Ticks)
        {
            _pingedAt = now;
            _peer.Frames.RequestPing();
        }
    }

    private void Route(byte[] frame)
    {
        try
        {
            RouteAndPublish(frame);
        }
        catch (ProtocolException error)
        {
            if (error.CloseCode != SocketCloseCode.OutOfSequence && _sim.Mutation == Mutation.None)
            {
                _sim.Checker.Fail($"one end breaks the protocol: {(int)error.CloseCode} {error.Message}");
            }

            _sim.Note(Happening.OutOfSequence, (int)error.CloseCode);
            Close(error.CloseCode, error.Message);
        }
    }

    private void RouteAndPublish(byte[] frame)
    {
        try
        {
            _router.Receive(frame);
        }
        finally
        {
            _router.Publish();
        }
    }

    private bool EndWith(int code, bool byPeer)
    {
        if (!IsOpen)
        {
            return false;
        }

        EndCode = code;
        IsEndedByPeer = byPeer;
        _peer.Detach(_wake);
        _ended(this);
        return true;
    }

    private static (ushort First, int Count) Numbers(ReadOnlySpan<byte> bytes)
    {
        var frame = new FrameReader(bytes);
        var count = 0;
        while (frame.MoveNext(out var message))
        {
            count += message.IsNumbered ? 1 : 0;
        }

        return (frame.Sequence, count);
    }
}
