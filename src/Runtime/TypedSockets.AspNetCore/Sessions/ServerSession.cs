using Microsoft.Extensions.DependencyInjection;
using TypedSockets.AspNetCore.Hosting;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.AspNetCore.Recipients;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>One client's session: its peer, its hubs and their services.</summary>
internal sealed class ServerSession : IControlMessages, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly SocketServer _server;
    private readonly HubAdmission _admission;
    private readonly AsyncServiceScope _scope;
    private readonly SocketContext _context;
    private readonly List<SessionHub> _hubs = [];
    private readonly List<Task> _opening = [];
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);
    private Connection? _connection;
    private ConnectionEnd? _endBeforeStart;

    public ServerSession(SocketServer server, HubAdmission admission, string connectionId, SocketRequest request)
    {
        _server = server;
        _admission = admission;
        _scope = server.CreateScope();
        ConnectionId = connectionId;
        UserId = server.Options.UserId(admission.User);
        Peer = server.CreatePeer();
        _context = new SocketContext(
            connectionId, admission.User, request, reason => End(SocketCloseCode.Kicked, CloseReason.Shorten(reason)), Peer.Ended);
    }

    public string ConnectionId { get; }

    public string? UserId { get; }

    public Peer Peer { get; }

    /// <summary>Opens a hub that the client may have.</summary>
    /// <returns>What the client is told.</returns>
    public ChannelGrant Open(HubRegistration registration)
    {
        var members = _server.Directory.Members(registration.Contract);
        var member = new HubMember(this, members);
        var binding = new HubBinding(
            _scope.ServiceProvider,
            _context,
            new HubGroups(member.Join, member.Leave),
            new MemberRecipients(member, members, _server.Options.ClientCallTimeout),
            _server.Logger);
        var handler = registration.CreateHandler(binding);
        member.Channel = Peer.Channels.Add(registration.Contract, handler);
        lock (_gate)
        {
            _hubs.Add(new SessionHub(handler, member, members, member.Channel));
        }

        var id = _admission.IdOf(registration);
        Peer.Channels.Open(member.Channel, id);
        return new ChannelGrant(registration.Contract.Name, id);
    }

    /// <summary>Ends the session. Thread-safe; only the first reason counts.</summary>
    public void End(SocketCloseCode code, string reason)
    {
        lock (_gate)
        {
            if (_connection is null)
            {
                _endBeforeStart ??= ConnectionEnd.ByUs(code, reason);
                return;
            }
        }

        _connection.Close(code, reason);
    }

    /// <summary>Runs the session over a socket whose handshake is done, until it ends.</summary>
    public async Task RunAsync(ITransport transport)
    {
        var connection = new Connection(transport, Peer, this, _server.Times, _server.Time);
        lock (_gate)
        {
            _connection = connection;
            _claimed.UnionWith(_hubs.Select(hub => hub.Channel.Contract.Name));
        }

        _server.Ticker.Add(connection);
        var run = RunAsync(connection);
        if (_endBeforeStart is { } early)
        {
            connection.Close((SocketCloseCode)early.Code, early.Reason);
        }

        foreach (var hub in Hubs())
        {
            await ConnectAsync(hub).ConfigureAwait(false);
        }

        var end = await run.ConfigureAwait(false);
        await DisconnectAsync(end.ToDisconnectReason()).ConfigureAwait(false);
    }

    bool IControlMessages.TryHandle(MessageKind kind, ReadOnlySpan<byte> body)
    {
        switch (kind)
        {
            case MessageKind.ChannelOpen:
                var request = ChannelMessages.ParseOpen(body);
                Claim(request.Hub);
                lock (_gate)
                {
                    _opening.Add(OpenLaterAsync(request));
                }

                return true;
            case MessageKind.Close:
                _connection!.NotePeerLeft();
                return true;
            case MessageKind.ChannelReady:
                throw ProtocolErrors.WrongDirection(kind);
            default:
                return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Peer.Dispose();
        await _scope.DisposeAsync().ConfigureAwait(false);
    }

    // Beside OnConnected, which may be waiting for the very client that has gone.
    private async Task<ConnectionEnd> RunAsync(Connection connection)
    {
        var end = await connection.RunAsync().ConfigureAwait(false);
        _server.Ticker.Remove(connection);
        Peer.End($"the connection has ended: {end}");
        SessionLog.Ended(_server.Logger, ConnectionId, end.Code, end.Reason);
        if (end.Fault is { } fault)
        {
            SessionLog.Faulted(_server.Logger, ConnectionId, fault);
        }

        return end;
    }

    // Called on the receive loop, one request at a time: of two for the same hub the second is refused.
    private void Claim(string hub)
    {
        if (!_claimed.Add(hub))
        {
            throw ProtocolErrors.HubOpenAlready(hub);
        }

        if (_claimed.Count > Peer.Limits.MaxChannels)
        {
            throw ProtocolErrors.TooManyChannels(Peer.Limits.MaxChannels);
        }
    }

    private async Task OpenLaterAsync(ChannelRequest request)
    {
        try
        {
            await Task.Yield();
            var grant = Open(await _admission.AdmitAsync(request).ConfigureAwait(false));

            // Before anything that the hub says: the client does not know the channel's number otherwise.
            Peer.SendControl(MessageKind.ChannelReady, ChannelMessages.Ready(grant));
            await ConnectAsync(Hubs().Single(hub => hub.Channel.Contract.Name == grant.Hub)).ConfigureAwait(false);
        }
        catch (ProtocolException error)
        {
            End(error.CloseCode, error.Message);
        }
        catch (Exception error)
        {
            // Foreign code runs here too: a policy, a constructor. What it throws must not keep the other hubs from their end.
            SessionLog.ConnectFailed(_server.Logger, request.Hub, ConnectionId, error);
            End(SocketCloseCode.Busy, "a hub could not take the connection");
        }
    }

    private async Task ConnectAsync(SessionHub hub)
    {
        try
        {
            await hub.ConnectAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            SessionLog.ConnectFailed(_server.Logger, hub.Channel.Contract.Name, ConnectionId, error);
            End(SocketCloseCode.Busy, $"hub '{hub.Channel.Contract.Name}' could not take the connection");
        }
    }

    private async Task DisconnectAsync(DisconnectReason reason)
    {
        Task[] opening;
        lock (_gate)
        {
            opening = [.. _opening];
        }

        await Task.WhenAll(opening).ConfigureAwait(false);
        foreach (var hub in Hubs())
        {
            try
            {
                await hub.DisconnectAsync(reason).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                SessionLog.DisconnectFailed(_server.Logger, hub.Channel.Contract.Name, ConnectionId, error);
            }
        }
    }

    private List<SessionHub> Hubs()
    {
        lock (_gate)
        {
            return [.. _hubs];
        }
    }
}
