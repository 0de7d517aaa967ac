using System.Net.Sockets;

namespace TypedSockets.Testing.Faults;

/// <summary>A client's connection and the one to the server that belongs to it.</summary>
internal sealed class ProxiedConnection : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly ServerAddress _address;
    private readonly Socket _client;
    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly Lane _toServer;
    private readonly Lane _toClient;
    private bool _isConnected;
    private volatile bool _isCut;

    public ProxiedConnection(Socket client, ServerAddress address, DirectionFaults toServer, DirectionFaults toClient)
    {
        _client = client;
        _address = address;
        _toServer = new Lane(this, _client, _server, toServer);
        _toClient = new Lane(this, _server, _client, toClient);
    }

    /// <summary>Whether it was not cut.</summary>
    public bool IsOpen => !_isCut;

    /// <summary>Connects to the server and forwards until both ends have closed, or the connection is reset. Does not throw.</summary>
    public async Task RunAsync()
    {
        try
        {
            // Bytes that the faults have separated are not to be put together again here.
            _client.NoDelay = true;
            _server.NoDelay = true;
            await _address.ConnectAsync(_server, _ended.Token).ConfigureAwait(false);
            Connected();
            await Task.WhenAll(_toServer.RunAsync(_ended.Token), _toClient.RunAsync(_ended.Token)).ConfigureAwait(false);
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The server cannot be reached, or the connection was reset here.
            Cut(CutKind.Reset);
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Ends the connection at both ends.</summary>
    public void Cut(CutKind kind)
    {
        lock (_gate)
        {
            _isCut = true;
            Silence();
            if (kind == CutKind.Close)
            {
                // The lanes go on to read, and what comes goes nowhere: a socket that is closed with unread bytes in it sends RST instead of FIN.
                _client.Finish();
                FinishServer();
                return;
            }

            _client.Reset();
            _server.Reset();
        }

        // Outside of the lock: what was waiting may go on in here.
        _ended.Cancel();
    }

    /// <summary>Loses all further bytes of both directions, and tells neither end what becomes of the other.</summary>
    public void Silence()
    {
        _toServer.Silence();
        _toClient.Silence();
    }

    /// <summary>Loses all further bytes of one direction.</summary>
    public void Silence(FaultDirection direction) => (direction == FaultDirection.ToServer ? _toServer : _toClient).Silence();

    /// <summary>Tells a lane's target that its source has ended.</summary>
    public void SourceEnded(Lane lane, bool isReset)
    {
        lock (_gate)
        {
            // After a write that has failed, the error is used up: reading shows an orderly end.
            if (!isReset && !Opposite(lane).IsTargetLost)
            {
                lane.IsEndTold = true;
                lane.Target.Finish();
                return;
            }
        }

        Cut(CutKind.Reset);
    }

    /// <summary>Gives up a lane whose target does not take bytes any more.</summary>
    public void TargetLost(Lane lane)
    {
        lane.Silence();
        lock (_gate)
        {
            lane.IsTargetLost = true;

            // Otherwise the opposite lane will find out by reading, perhaps after more bytes, or is not to tell.
            if (Opposite(lane) is not { IsEndTold: true, IsSilent: false })
            {
                return;
            }
        }

        Cut(CutKind.Reset);
    }

    // The source of cancellation has nothing to free, and may still be asked to cancel.
    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private void Connected()
    {
        lock (_gate)
        {
            _isConnected = true;
            if (_isCut)
            {
                FinishServer();
            }
        }
    }

    private void FinishServer()
    {
        // FIN would break off the attempt to connect; the server may have accepted already.
        if (_isConnected)
        {
            _server.Finish();
        }
    }

    private Lane Opposite(Lane lane) => lane == _toServer ? _toClient : _toServer;
}
