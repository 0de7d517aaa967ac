using TypedSockets.AspNetCore.Hosting;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.Connections;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>The hubs of one session: opens them, and tells them when their client comes, pauses, is back and goes. Thread-safe.</summary>
internal sealed class SessionHubs(ServerSession session, SocketServer server, Func<HubRegistration, SessionHub> create)
{
    private readonly Lock _gate = new();
    private readonly List<SessionHub> _hubs = [];
    private readonly List<Task> _opening = [];
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);

    /// <summary>The registrations of the hubs that are open.</summary>
    public List<HubRegistration> Registrations
    {
        get
        {
            lock (_gate)
            {
                return _hubs.ConvertAll(hub => hub.Registration);
            }
        }
    }

    /// <summary>Opens the hubs that a new session starts with.</summary>
    public void Open(IEnumerable<HubRegistration> registrations)
    {
        foreach (var registration in registrations)
        {
            _claimed.Add(registration.Contract.Name);
            Open(registration);
        }
    }

    /// <summary>
    /// Opens a hub that the client asks for later. Called on the receive loop, one request at a time.
    /// </summary>
    /// <returns>Completes when it is decided whether the client may have it.</returns>
    /// <exception cref="ProtocolException">It was opened before, or the client has too many.</exception>
    public Task OpenLater(ChannelRequest request, HubAdmission admission)
    {
        if (!_claimed.Add(request.Hub))
        {
            throw ProtocolErrors.HubOpenAlready(request.Hub);
        }

        if (_claimed.Count > session.Peer.Limits.MaxChannels)
        {
            throw ProtocolErrors.TooManyChannels(session.Peer.Limits.MaxChannels);
        }

        var admitted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _opening.Add(OpenLaterAsync(request, admission, admitted));
        }

        return admitted.Task;
    }

    /// <summary>Tells every hub that its client has come, and lets messages in.</summary>
    public async Task ConnectAsync()
    {
        foreach (var hub in Snapshot())
        {
            await ConnectAsync(hub).ConfigureAwait(false);
        }
    }

    /// <summary>Tells every hub, between two messages, that its client has lost its line.</summary>
    public void Pause() => Snapshot().ForEach(hub => hub.Channel.RunInOrder(() => TellAsync(hub, hub.PausedAsync)));

    /// <summary>Tells every hub, between two messages, that its client is back.</summary>
    public void Resume() => Snapshot().ForEach(hub => hub.Channel.RunInOrder(() => TellAsync(hub, hub.ResumedAsync)));

    /// <summary>Waits until no hub has anything to do.</summary>
    public bool AreIdle() => Snapshot().TrueForAll(hub => hub.Channel.IsIdle);

    /// <summary>Lets the running handlers finish, and tells every hub that its client has gone.</summary>
    public async Task DisconnectAsync(DisconnectReason reason)
    {
        Task[] opening;
        lock (_gate)
        {
            opening = [.. _opening];
        }

        await Task.WhenAll(opening).ConfigureAwait(false);
        foreach (var hub in Snapshot())
        {
            await TellAsync(hub, () => hub.DisconnectAsync(reason)).ConfigureAwait(false);
        }
    }

    private List<SessionHub> Snapshot()
    {
        lock (_gate)
        {
            return [.. _hubs];
        }
    }

    private SessionHub Open(HubRegistration registration)
    {
        var hub = create(registration);
        lock (_gate)
        {
            _hubs.Add(hub);
        }

        return hub;
    }

    private async Task OpenLaterAsync(ChannelRequest request, HubAdmission admission, TaskCompletionSource admitted)
    {
        try
        {
            await Task.Yield();
            var registration = await admission.AdmitAsync(request, session.Peer.MaxOutboundBytes).ConfigureAwait(false);
            var hub = Open(registration);
            admitted.SetResult();

            // Before anything that the hub says: the client does not know the channel's number otherwise.
            session.Peer.Emits.SendControl(
                MessageKind.ChannelReady, ChannelMessages.Ready(admission.Grant(registration, [request])));
            await ConnectAsync(hub).ConfigureAwait(false);
        }
        catch (ProtocolException error)
        {
            session.End(SessionEnd.Refused(error.CloseCode, error.Message));
        }
        catch (Exception error)
        {
            // Foreign code runs here too: a policy, a constructor. What it throws must not keep the other hubs from their end.
            SessionLog.ConnectFailed(server.Logger, request.Hub, session.ConnectionId, error);
            session.End(SessionEnd.Refused(SocketCloseCode.Busy, "a hub could not take the connection"));
        }
        finally
        {
            admitted.TrySetResult();
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
            SessionLog.ConnectFailed(server.Logger, hub.Channel.Contract.Name, session.ConnectionId, error);
            session.End(SessionEnd.Refused(SocketCloseCode.Busy, $"hub '{hub.Channel.Contract.Name}' could not take the connection"));
        }
    }

    private async ValueTask TellAsync(SessionHub hub, Func<ValueTask> tell)
    {
        try
        {
            await tell().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            SessionLog.CallbackOfHubFailed(server.Logger, hub.Channel.Contract.Name, session.ConnectionId, error);
        }
    }
}
