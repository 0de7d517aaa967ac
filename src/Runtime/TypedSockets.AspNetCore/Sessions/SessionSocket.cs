using System.Text;
using TypedSockets.AspNetCore.Hosting;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>One socket of a session, and what its HTTP request may be asked for as long as it lives.</summary>
internal sealed class SessionSocket : IControlMessages
{
    private readonly ServerSession _session;
    private readonly SocketServer _server;
    private readonly Lock _gate = new();
    private readonly List<Task> _asking = [];
    private Task<ConnectionEnd>? _run;
    private Task _refreshing = Task.CompletedTask;
    private ITimer? _expiry;

    public SessionSocket(ServerSession session, SocketServer server, HubAdmission admission, ITransport transport)
    {
        _session = session;
        _server = server;
        Admission = admission;
        Transport = transport;
        Connection = new Connection(transport, session.Peer, this, server.Times, server.Time);
    }

    public HubAdmission Admission { get; }

    public ITransport Transport { get; }

    public Connection Connection { get; }

    /// <summary>Attaches the socket to its session.</summary>
    public void Start()
    {
        _server.Ticker.Add(Connection);
        _run = Connection.RunAsync();
        WatchExpiry();
    }

    /// <summary>Serves the socket until it is closed, and nothing asks for its request any more.</summary>
    public async Task RunAsync()
    {
        var end = await Connection.Ended.ConfigureAwait(false);
        _session.NoteSocketEnded(this, end);
        await _run!.ConfigureAwait(false);
        _server.Ticker.Remove(Connection);
        _expiry?.Dispose();
        Task[] asking;
        lock (_gate)
        {
            asking = [.. _asking];
        }

        await Task.WhenAll(asking).ConfigureAwait(false);
    }

    bool IControlMessages.TryHandle(MessageKind kind, ReadOnlySpan<byte> body)
    {
        switch (kind)
        {
            case MessageKind.ChannelOpen:
                Ask(_session.Hubs.OpenLater(ChannelMessages.ParseOpen(body), Admission));
                return true;
            case MessageKind.Auth:
                _refreshing = RefreshAsync(_refreshing, Encoding.UTF8.GetString(body));
                Ask(_refreshing);
                return true;
            case MessageKind.Close:
                Connection.NotePeerLeft();
                return true;
            case MessageKind.ChannelReady or MessageKind.Drain:
                throw ProtocolErrors.WrongDirection(kind);
            default:
                return false;
        }
    }

    private void Ask(Task task)
    {
        lock (_gate)
        {
            _asking.RemoveAll(earlier => earlier.IsCompleted);
            _asking.Add(task);
        }
    }

    // One token after the other, so that the last one counts.
    private async Task RefreshAsync(Task earlier, string token)
    {
        await earlier.ConfigureAwait(false);
        try
        {
            await Task.Yield();
            await Admission.RefreshAsync(token, _session.Hubs.Registrations).ConfigureAwait(false);
            _session.SetUser(Admission.User);
            WatchExpiry();
        }
        catch (ProtocolException error)
        {
            Connection.Close(error.CloseCode, error.Message);
        }
        catch (Exception error)
        {
            // The application's authentication has failed, not the token: the client may come back with it.
            SessionLog.RefreshFailed(_server.Logger, _session.ConnectionId, error);
            Connection.Close(SocketCloseCode.Busy, "the token could not be looked at");
        }
    }

    private void WatchExpiry()
    {
        _expiry?.Dispose();
        if (Admission.ExpiresAt is { } expiresAt)
        {
            var left = expiresAt - _server.Time.GetUtcNow();

            // A timer takes at most 49 days; a token that lives longer outlives the socket.
            if (left < TimeSpan.FromDays(40))
            {
                _expiry = _server.Time.CreateTimer(
                    static connection => ((Connection)connection!).Close(SocketCloseCode.TokenExpired, "the token has expired"),
                    Connection,
                    left > TimeSpan.Zero ? left : TimeSpan.Zero,
                    Timeout.InfiniteTimeSpan);
            }
        }
    }
}
