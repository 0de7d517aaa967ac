using System.Security.Cryptography;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Transports;

namespace TypedSockets.Client;

/// <summary>
/// Keeps a client connected: dials, runs the socket until it ends, decides by how it ended what comes next, waits, dials again
/// (docs/protocol/sessions.md). One socket at a time, and the next one only when nothing of the last is handled any more.
/// </summary>
internal sealed class ClientLoop : IDisposable
{
    private readonly TypedSocketClientOptions _options;
    private readonly Peer _peer;
    private readonly ClientEvents _events;
    private readonly Ticker _ticker;
    private readonly IControlMessages _control;
    private readonly Action<SocketState> _setState;
    private readonly ClientSession _session;
    private readonly Redialer _redialer;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _closing = [];
    private Connection? _connection;
    private Task _setUp = Task.CompletedTask;
    private TimeSpan? _drainDelay;
    private int _setUpsBegun;
    private int _lossesSetUp;
    private bool _wasOpen;

    public ClientLoop(
        TypedSocketClientOptions options, IDialer dialer, Peer peer, ClientEvents events, Ticker ticker, IControlMessages control, Action<SocketState> setState)
    {
        _options = options;
        _peer = peer;
        _events = events;
        _ticker = ticker;
        _control = control;
        _setState = setState;
        _session = new ClientSession(peer, RandomNumberGenerator.GetBytes);
        _redialer = new Redialer(options, dialer, peer, _session, events) { SessionLost = NoteLoss, SetState = setState };
    }

    public NetworkHints Network => _redialer.Network;

    /// <summary>Whether the session is known to the server: hubs that are created now must be asked for.</summary>
    public bool IsFounded => _session.IsFounded;

    /// <summary>Dials for the first time, for as long as the options say.</summary>
    /// <exception cref="SocketConnectException">It failed for good, or for too long.</exception>
    public async Task<OpenedSocket> ConnectAsync(CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _stop.Token);
        return await _redialer.DialUntilOpenAsync(first: true, either.Token).ConfigureAwait(false);
    }

    /// <summary>Runs the client from its first open socket on, until it is stopped or nothing can be done any more.</summary>
    /// <param name="socket">The socket.</param>
    public async Task RunAsync(OpenedSocket socket)
    {
        try
        {
            while (true)
            {
                var end = await ServeAsync(socket).ConfigureAwait(false);
                if (_stop.IsCancellationRequested || !MayGoOn(end))
                {
                    Finish(end.Code, ShortText.Printable(end.Reason));
                    break;
                }

                socket = await _redialer.DialUntilOpenAsync(first: false, _stop.Token).ConfigureAwait(false);
            }
        }
        catch (SocketConnectException error)
        {
            Finish((int?)error.CloseCode ?? TransportClose.AbnormalClosure, error.Message);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            Finish((int)SocketCloseCode.Normal, "the client has left");
        }

        await Task.WhenAll(_closing).ConfigureAwait(false);
        await _setUp.ConfigureAwait(false);
    }

    /// <summary>Leaves: closes the socket, and dials no more.</summary>
    public void Stop()
    {
        _stop.Cancel();
        Volatile.Read(ref _connection)?.Close(SocketCloseCode.Normal, "the client leaves");
    }

    public void Dispose() => _stop.Dispose();

    /// <summary>Looks whether the other end is still there, because something may have happened to the line.</summary>
    public void Probe() => Volatile.Read(ref _connection)?.Probe();

    /// <summary>Takes note that the server is about to shut down.</summary>
    public void NoteDrain(DrainNotice notice)
    {
        _drainDelay = notice.Spread * Random.Shared.NextDouble();
        if (notice.Last is { } last)
        {
            _session.NoteLastOfDrain(last);
        }

        lock (_peer.Gate)
        {
            _peer.Outbox.HoldForDrain();
        }
    }

    private async Task<ConnectionEnd> ServeAsync(OpenedSocket socket)
    {
        var times = ConnectionTimes.FromMilliseconds(socket.Welcome.PingAfter, socket.Welcome.DeadAfter);
        var connection = new Connection(socket.Transport, _peer, _control, times, _options.TimeProvider);
        Volatile.Write(ref _connection, connection);
        _drainDelay = null;
        _closing.RemoveAll(task => task.IsCompleted);
        _closing.Add(CloseAsync(connection, socket.Transport));
        _peer.Channels.RequestMissing();
        if (_stop.IsCancellationRequested)
        {
            connection.Close(SocketCloseCode.Normal, "the client leaves");
        }

        if (_session.Losses > _setUpsBegun)
        {
            _setUpsBegun = _session.Losses;
            _setUp = SetUpAsync(socket.Welcome.ConnectionId, _session.Losses);
        }
        else if (socket.Replayed is { } replayed && _wasOpen)
        {
            _events.RaiseResumed(replayed);
        }

        await Task.WhenAny(_setUp, connection.Ended).ConfigureAwait(false);
        if (!connection.Ended.IsCompleted)
        {
            _wasOpen = true;
            _setState(new SocketState.Open(socket.Welcome.ConnectionId));
        }

        return await connection.Ended.ConfigureAwait(false);
    }

    // The next socket does not wait for this one's farewell, which may never come.
    private async Task CloseAsync(Connection connection, ITransport transport)
    {
        _ticker.Add(connection);
        var end = await connection.RunAsync().ConfigureAwait(false);
        _ticker.Remove(connection);
        await transport.DisposeAsync().ConfigureAwait(false);
        if (end.Fault is { } fault)
        {
            _events.NoteFault(fault);
        }
    }

    // Beside the loop: if the line is lost meanwhile, the handlers go on when it is back.
    private async Task SetUpAsync(string connectionId, int losses)
    {
        UrgentScope.Enter();
        await _events.RaiseNewSessionAsync(new ReplacedSession(connectionId, _session.LastLoss), _options.NewSessionTimeout, _options.TimeProvider).ConfigureAwait(false);
        lock (_peer.Gate)
        {
            if (_session.Losses == losses)
            {
                _lossesSetUp = losses;
                _peer.Outbox.HoldsCarriedOver = false;
            }
        }

        _peer.Wake?.Invoke();
    }

    private bool MayGoOn(ConnectionEnd end)
    {
        if (CloseCodeRange.MeansStop(end.Code))
        {
            return false;
        }

        if (end.Fault is not null)
        {
            // What was being received is counted, and nobody knows how far it was handled.
            NoteLoss(_session.Lose(GapReason.PositionMismatch));
        }
        else if (CloseCodeRange.MeansNewSession(end.Code))
        {
            NoteLoss(_session.Lose((SocketCloseCode)end.Code));
        }

        _redialer.NoteLost(end.Code, RetryAfterText.Read(end.Reason) ?? _drainDelay);
        return true;
    }

    private void NoteLoss(SessionLoss loss)
    {
        if (_session.Losses > _lossesSetUp && _events.HasNewSession)
        {
            lock (_peer.Gate)
            {
                _peer.Outbox.HoldsCarriedOver = true;
            }
        }

        _events.RaiseGaps(loss);
    }

    private void Finish(int code, string reason)
    {
        _peer.End($"the connection has ended: {code} ({reason})");
        _setState(new SocketState.Closed(code, reason));
    }
}
