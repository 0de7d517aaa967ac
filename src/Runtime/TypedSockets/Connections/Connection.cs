using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Connections;

/// <summary>One socket's life after the handshake: the send pump, the receive loop and the heartbeat, until one of them ends it.</summary>
internal sealed class Connection : ITickable
{
    private const long NotProbed = long.MaxValue;

    // Frames between which nothing else may happen: some microseconds.
    private const int MaxBurst = 64;

    private readonly ITransport _transport;
    private readonly Peer _peer;
    private readonly ConnectionTimes _times;
    private readonly TimeProvider _time;
    private readonly FrameRouter _router;
    private readonly SendPump _pump;
    private readonly FrameBuffer _buffer = new();
    private readonly Lock _routing = new();
    private readonly TaskCompletionSource<ConnectionEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _hasFrame;
    private ConnectionEnd? _end;
    private long _heard;
    private long _heardAt;
    private long _pingedAt;
    private long _written;
    private long _writtenAt;
    private long _endedAt;
    private long _probedAt = NotProbed;

    public Connection(ITransport transport, Peer peer, IControlMessages control, ConnectionTimes times, TimeProvider time)
    {
        _transport = transport;
        _peer = peer;
        _times = times;
        _time = time;
        _router = new FrameRouter(peer, control);
        _pump = new SendPump(transport, peer);
        _heardAt = _writtenAt = _pingedAt = time.GetTimestamp();
    }

    /// <summary>Completes when nothing is handled or numbered for this socket any more; closing it may take longer.</summary>
    public Task<ConnectionEnd> Ended => _ended.Task;

    /// <summary>Attaches the socket to its session, and runs until it is closed.</summary>
    /// <returns>Why it ended.</returns>
    public async Task<ConnectionEnd> RunAsync()
    {
        _peer.Attach(_pump.Wake);
        var pump = PumpAsync();
        await ReceiveAsync().ConfigureAwait(false);
        await pump.ConfigureAwait(false);
        _buffer.GiveBack();
        return _end!;
    }

    /// <summary>Closes the socket: the pump finishes its frame, then the other end is told. Thread-safe; only the first call counts.</summary>
    public void Close(SocketCloseCode code, string reason) => EndWith(ConnectionEnd.ByUs(code, reason));

    /// <summary>Asks for a sign of life at once, and takes the other end for dead if none comes soon: something may have happened to the line.</summary>
    public void Probe()
    {
        Interlocked.Exchange(ref _probedAt, _time.GetTimestamp());
        _peer.Frames.RequestPing();
    }

    /// <summary>Completes when everything that could be sent by now was given to the socket.</summary>
    public Task WhenFlushedAsync() => _pump.WhenIdleAsync();

    /// <summary>Notes that the other end said that it leaves.</summary>
    public void NotePeerLeft() => EndWith(new ConnectionEnd((int)SocketCloseCode.Normal, "the other end left", ByPeer: true, Left: true));

    /// <summary>Called a few times a second by the ticker.</summary>
    public void Tick(long now)
    {
        if (Volatile.Read(ref _end) is not null)
        {
            if (_time.GetElapsedTime(Volatile.Read(ref _endedAt), now) > _times.Close)
            {
                _transport.Abort();
            }

            return;
        }

        CheckHeartbeat(now);
        CheckStall(now);
    }

    private void CheckHeartbeat(long now)
    {
        if (_buffer.Total != _heard)
        {
            _heard = _buffer.Total;
            _heardAt = _pingedAt = now;
            Interlocked.Exchange(ref _probedAt, NotProbed);
            return;
        }

        var probedAt = Interlocked.Read(ref _probedAt);
        if (probedAt != NotProbed && _time.GetElapsedTime(probedAt, now) > _times.Probe)
        {
            Close(SocketCloseCode.HeartbeatTimeout, $"nothing was heard within {_times.Probe.TotalSeconds:0} s after a probe");
            return;
        }

        var silence = _time.GetElapsedTime(_heardAt, now);
        if (silence > _times.DeadAfter)
        {
            Close(SocketCloseCode.HeartbeatTimeout, $"nothing was heard for {silence.TotalSeconds:0} s");
        }
        else if (_time.GetElapsedTime(_pingedAt, now) > _times.PingAfter)
        {
            _pingedAt = now;
            _peer.Frames.RequestPing();
        }
    }

    private void CheckStall(long now)
    {
        if (!_pump.IsWriting || _pump.Written != _written)
        {
            _written = _pump.Written;
            _writtenAt = now;
        }
        else if (_time.GetElapsedTime(_writtenAt, now) > _times.SendStall)
        {
            // A close frame would only queue up behind the stalled write.
            Close(SocketCloseCode.SendStalled, $"the other end has not read for {_times.SendStall.TotalSeconds:0} s");
            _transport.Abort();
        }
    }

    private async Task ReceiveAsync()
    {
        var isOpen = true;
        while (isOpen)
        {
            try
            {
                _hasFrame = isOpen = await RouteAsync().ConfigureAwait(false);
            }
            catch (ProtocolException error)
            {
                Close(error.CloseCode, error.Message);
            }
            catch (Exception error)
            {
                // A defect of ours must end this socket and nothing else; whoever runs the connection logs it.
                EndWith(ConnectionEnd.Faulted(error));
            }
        }

        var close = _transport.PeerClose ?? TransportClose.Lost;
        EndWith(new ConnectionEnd(close.Code, close.Reason, ByPeer: true, Left: close.Code == (int)SocketCloseCode.Normal));
    }

    /// <summary>
    /// Routes the frames that are there, and waits for the next one. What they bring is published once for all of them. The lock lets the end wait meanwhile: the
    /// session must not say what it has received while that still changes.
    /// </summary>
    /// <returns>Whether the buffer holds a frame; false when the other end has closed.</returns>
    private ValueTask<bool> RouteAsync()
    {
        lock (_routing)
        {
            try
            {
                for (var frames = 0; frames < MaxBurst; frames++)
                {
                    RouteReceived();
                    var receiving = _transport.ReceiveAsync(_buffer, _peer.Limits.MaxFrameBytes, CancellationToken.None);
                    if (!receiving.IsCompletedSuccessfully)
                    {
                        return receiving;
                    }

                    _hasFrame = receiving.Result;
                    if (!_hasFrame)
                    {
                        return new ValueTask<bool>(false);
                    }
                }
            }
            finally
            {
                _router.Publish();
            }
        }

        return new ValueTask<bool>(true);
    }

    // After the end, frames are read only to reach the other end's close.
    private void RouteReceived()
    {
        if (_hasFrame)
        {
            _hasFrame = false;
            if (Volatile.Read(ref _end) is null)
            {
                _router.Receive(_buffer.Frame);
            }
        }
    }

    private async Task PumpAsync()
    {
        try
        {
            await _pump.RunAsync(CancellationToken.None).ConfigureAwait(false);
            var end = _end ?? throw new InvalidOperationException("the pump stops only after the end");
            var code = end.ByPeer && end.Code is < 1000 or 1005 or TransportClose.AbnormalClosure ? SocketCloseCode.Normal : (SocketCloseCode)end.Code;
            await _transport.CloseAsync(code, end.ByPeer ? "" : end.Reason, CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The receive loop sees the loss too, and ends the connection with what the other end said last.
            _transport.Abort();
        }
        catch (Exception error)
        {
            EndWith(ConnectionEnd.Faulted(error));
            _transport.Abort();
        }
    }

    private void EndWith(ConnectionEnd end)
    {
        if (Interlocked.CompareExchange(ref _end, end, null) is not null)
        {
            return;
        }

        Volatile.Write(ref _endedAt, _time.GetTimestamp());
        lock (_routing)
        {
            _router.Publish();
            _peer.Detach(_pump.Wake);
        }

        _pump.Stop();
        _ended.TrySetResult(end);
    }
}
