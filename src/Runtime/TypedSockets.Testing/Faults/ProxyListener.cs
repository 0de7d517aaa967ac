using System.Net;
using System.Net.Sockets;

namespace TypedSockets.Testing.Faults;

/// <summary>Accepts clients, connects each to the server, and owns their connections until these have ended.</summary>
internal sealed class ProxyListener : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterFailedAccept = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly Dictionary<ProxiedConnection, Task> _connections = [];
    private readonly CancellationTokenSource _disposing = new();
    private readonly TcpListener _listener;
    private readonly Func<Socket, ProxiedConnection> _connect;
    private readonly TimeProvider _time;
    private readonly Task _accepting;
    private bool _isRefusing;
    private int _accepted;

    public ProxyListener(TcpListener listener, Func<Socket, ProxiedConnection> connect, TimeProvider time)
    {
        _listener = listener;
        _connect = connect;
        _time = time;
        _accepting = AcceptAllAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections were accepted, without those that were refused.</summary>
    public int Accepted
    {
        get
        {
            lock (_gate)
            {
                return _accepted;
            }
        }
    }

    /// <summary>How many connections are open, without those that were cut.</summary>
    public int Open
    {
        get
        {
            lock (_gate)
            {
                return _connections.Keys.Count(connection => connection.IsOpen);
            }
        }
    }

    /// <summary>Whether new connections are reset at once.</summary>
    public bool IsRefusing
    {
        set
        {
            lock (_gate)
            {
                _isRefusing = value;
            }
        }
    }

    /// <summary>Does something with each connection, also with those that are cut and whose ends have not closed yet.</summary>
    public void ForEach(Action<ProxiedConnection> action)
    {
        foreach (var connection in Snapshot())
        {
            action(connection);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _disposing.CancelAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        _listener.Dispose();
        ForEach(static connection => connection.Cut(CutKind.Reset));
        await Task.WhenAll(Running()).ConfigureAwait(false);
    }

    // Outside of the lock, since a connection that is cut may end on the spot and be removed.
    private ProxiedConnection[] Snapshot()
    {
        lock (_gate)
        {
            return [.. _connections.Keys];
        }
    }

    private Task[] Running()
    {
        lock (_gate)
        {
            return [.. _connections.Values];
        }
    }

    private async Task AcceptAllAsync()
    {
        while (!_disposing.IsCancellationRequested)
        {
            try
            {
                Take(await _listener.AcceptSocketAsync(_disposing.Token).ConfigureAwait(false));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // The client has already gone, or too many files are open: that passes, and is no reason to spin.
                await Task.Delay(PauseAfterFailedAccept, _time, _disposing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Take(Socket client)
    {
        lock (_gate)
        {
            if (_isRefusing)
            {
                client.Reset();
                return;
            }

            var connection = _connect(client);
            _accepted++;
            _connections.Add(connection, RunAsync(connection));
        }
    }

    private async Task RunAsync(ProxiedConnection connection)
    {
        // Otherwise a connection that fails at once would be removed before it is added.
        await connection.RunAsync().ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        lock (_gate)
        {
            _connections.Remove(connection);
        }
    }
}
