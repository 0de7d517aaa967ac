using Microsoft.Extensions.DependencyInjection;
using TypedSockets.AspNetCore.Hosting;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.AspNetCore.Recipients;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>
/// One client's session: its peer, its hubs and their services. It outlives its sockets; a <see cref="SessionSocket"/> is one of them. Thread-safe.
/// </summary>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody uses holds nothing, and a late socket may still ask for it.
internal sealed class ServerSession
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly SocketServer _server;
    private readonly AsyncServiceScope _scope;
    private readonly SocketContext _context;
    private readonly SemaphoreSlim _attaching = new(1);
    private readonly TaskCompletionSource<SessionEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SessionSocket? _socket;
    private SessionEnd? _end;
    private bool _paused;

    public ServerSession(SocketServer server, HubAdmission admission, SessionCredentials credentials, uint attempt, SocketRequest request)
    {
        _server = server;
        _scope = server.CreateScope();
        ConnectionId = SocketServer.CreateConnectionId();
        Entry = new SessionEntry<ServerSession>(this, credentials, admission.UserId, admission.Owner, attempt);
        Peer = server.CreatePeer(NoteDropped);
        Hubs = new SessionHubs(this, server, registration => CreateHub(admission, registration));
        _context = new SocketContext(ConnectionId, admission.User, request, reason => End(SessionEnd.Kicked(reason)), Peer.Ended);
    }

    public string ConnectionId { get; }

    /// <summary>The session in the registry.</summary>
    public SessionEntry<ServerSession> Entry { get; }

    public string? UserId => Entry.UserId;

    public Peer Peer { get; }

    public SessionHubs Hubs { get; }

    /// <summary>The current socket; null while the session waits for its client.</summary>
    public SessionSocket? Socket
    {
        get
        {
            lock (_gate)
            {
                return _socket;
            }
        }
    }

    /// <summary>Gives up a session that was never run.</summary>
    public void Discard()
    {
        Peer.Dispose();
        _scope.Dispose();
    }

    /// <summary>Lives from the first socket until the session is over and its hubs have finished.</summary>
    public async Task RunAsync()
    {
        _server.Ticker.Add(Peer);
        var connecting = Hubs.ConnectAsync();
        var end = await _ended.Task.ConfigureAwait(false);
        Peer.End(end.Text);
        _server.Ticker.Remove(Peer);
        await connecting.ConfigureAwait(false);
        await Hubs.DisconnectAsync(end.Reason).ConfigureAwait(false);
        Peer.Dispose();
        await _scope.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Gives the session a new socket. The old one, if there is one, is closed first, and nothing of it is handled any more when this end says what it
    /// has received.
    /// </summary>
    /// <param name="socket">The socket.</param>
    /// <param name="hello">What its client has said.</param>
    /// <param name="resumes">Whether the session goes on, rather than begins.</param>
    /// <returns>False if the session cannot go on: the client is told so.</returns>
    /// <exception cref="ProtocolException">A newer dial has claimed the session.</exception>
    /// <exception cref="IOException">The client has gone.</exception>
    public async Task<bool> TryAttachAsync(SessionSocket socket, HelloMessage hello, bool resumes)
    {
        await _attaching.WaitAsync().ConfigureAwait(false);
        try
        {
            // Also if it begins: a newer dial may have found it before its founder came to this point.
            if (!_server.Registry.IsCurrent(Entry.Credentials.Id, hello.Attempt))
            {
                throw EndReason is null ? ProtocolErrors.Superseded() : ProtocolErrors.SessionOver();
            }

            await DetachOldAsync(socket.Admission).ConfigureAwait(false);
            if (resumes && !Peer.TryResume(hello.Received, out _))
            {
                End(SessionEnd.Mismatch);
                return false;
            }

            await WelcomeAsync(socket, hello, resumes).ConfigureAwait(false);
            return true;
        }
        finally
        {
            _attaching.Release();
        }
    }

    /// <summary>Why the session is over; null while it is not.</summary>
    public SessionEnd? EndReason
    {
        get
        {
            lock (_gate)
            {
                return _end;
            }
        }
    }

    /// <summary>Ends the session. Only the first reason counts.</summary>
    public void End(SessionEnd end)
    {
        SessionSocket? socket;
        lock (_gate)
        {
            if (_end is not null)
            {
                return;
            }

            _end = end;
            socket = _socket;
            _socket = null;
        }

        // From here on nothing is taken that the client would not be told to have missed.
        var numbered = Peer.Seal($"the session has ended: {end.Text}");
        _server.Registry.Remove(Entry, end.Gap, numbered, _server.Now);
        socket?.Connection.Close(end.Code, end.Text);
        SessionLog.Ended(_server.Logger, ConnectionId, end.Reason, ShortText.Printable(end.Text));
        _ended.TrySetResult(end);
    }

    /// <summary>Notes that a socket has ended: the session waits for the next one, or is over too.</summary>
    public void NoteSocketEnded(SessionSocket socket, ConnectionEnd end)
    {
        SessionLog.SocketEnded(_server.Logger, ConnectionId, end.Code, ShortText.Printable(end.Reason));
        if (end.Fault is { } fault)
        {
            SessionLog.Faulted(_server.Logger, ConnectionId, fault);
        }

        lock (_gate)
        {
            if (!ReferenceEquals(_socket, socket))
            {
                return;
            }

            _socket = null;
        }

        var over = end.ToSessionEnd() ?? (_server.Options.Resume.Window == TimeSpan.Zero ? SessionEnd.GivenUp(GapReason.Expired) : null);
        if (over is not null)
        {
            End(over);
            return;
        }

        Wait();
    }

    /// <summary>Goes on with a fresh token's user.</summary>
    public void SetUser(System.Security.Claims.ClaimsPrincipal user) => _context.User = user;

    // Under the lock, and only while there is no socket: a new one may be faster than the end of the last.
    private void Wait()
    {
        lock (_gate)
        {
            if (_socket is not null || _end is not null)
            {
                return;
            }

            _server.Registry.Wait(Entry, _server.Now);
            Peer.Limit(_server.Options.Resume.DetachedBytes);
            if (!_paused)
            {
                _paused = true;
                Hubs.Pause();
            }
        }
    }

    private async Task DetachOldAsync(HubAdmission admission)
    {
        SessionSocket? old;
        lock (_gate)
        {
            old = _socket;
            _socket = null;
        }

        if (old is not null)
        {
            old.Connection.Close(SocketCloseCode.Superseded, "a newer socket took the session over");
            await old.Connection.Ended.ConfigureAwait(false);
            Wait();
        }

        _context.User = admission.User;
    }

    private async Task WelcomeAsync(SessionSocket socket, HelloMessage hello, bool resumes)
    {
        Peer.SetRemoteLimits(new PeerWindow(hello.WindowMessages, hello.WindowBytes, hello.MaxPendingCalls), hello.MaxFrameBytes);
        var welcome = _server.CreateWelcome(resumes ? SessionOutcome.Resumed : SessionOutcome.New);
        welcome.Received = Peer.StateReceived();
        welcome.ConnectionId = ConnectionId;
        welcome.Channels = Hubs.Registrations.ConvertAll(hub => socket.Admission.Grant(hub, hello.Channels));
        try
        {
            await ServerHandshake.SendAsync(socket.Transport, welcome).ConfigureAwait(false);
        }
        catch
        {
            // Whatever it was, the session must not be left without either a socket or a limit to its waiting.
            Wait();
            throw;
        }

        if (Adopt(socket) is { } end)
        {
            socket.Start();
            socket.Connection.Close(end.Code, end.Text);
            return;
        }

        socket.Start();
    }

    // Returns why the session is over, if it ended in the meantime.
    private SessionEnd? Adopt(SessionSocket socket)
    {
        lock (_gate)
        {
            if (_end is not null)
            {
                return _end;
            }

            _socket = socket;
            _server.Registry.StopWaiting(Entry);
            Peer.Limit(moreBytes: null);
            if (_paused)
            {
                _paused = false;
                Hubs.Resume();
            }

            return null;
        }
    }

    private SessionHub CreateHub(HubAdmission admission, HubRegistration registration)
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
        Peer.Channels.Open(member.Channel, admission.IdOf(registration));
        return new SessionHub(registration, handler, member, members, member.Channel);
    }

    private void NoteDropped(Drop drop, int count) => SessionLog.Dropped(_server.Logger, drop.Method, ConnectionId, count, drop.Reason);
}
