using Microsoft.Extensions.Logging;
using TypedSockets.Client;
using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Transports;

namespace TypedSockets;

/// <summary>
/// A client of one TypedSockets endpoint: one socket, any number of hubs. Subscribe first, then connect; what is emitted before the connection is
/// open waits in the outbox. Thread-safe.
/// </summary>
public sealed class TypedSocketClient : IAsyncDisposable, IControlMessages
{
    private readonly Lock _gate = new();
    private readonly TypedSocketClientOptions _options;
    private readonly IDialer _dialer;
    private readonly ClientEvents _events;
    private readonly Peer _peer;
    private readonly Ticker _ticker;
    private readonly Dictionary<Type, object> _hubs = [];
    private SocketState _state = new SocketState.Idle();
    private Connection? _connection;
    private Task _run = Task.CompletedTask;
    private bool _disposed;

    /// <summary>Creates a client; nothing is dialled before <see cref="ConnectAsync"/>.</summary>
    /// <param name="address">The endpoint, for instance <c>ws://localhost:5080/ws</c>; http and https are taken as ws and wss.</param>
    /// <param name="options">How to connect and send.</param>
    /// <exception cref="ArgumentException">The address is not absolute, or of another scheme.</exception>
    public TypedSocketClient(string address, TypedSocketClientOptions? options = null)
        : this(new Uri(address, UriKind.RelativeOrAbsolute), options)
    {
    }

    /// <summary>Creates a client; nothing is dialled before <see cref="ConnectAsync"/>.</summary>
    /// <param name="address">The endpoint, for instance <c>ws://localhost:5080/ws</c>; http and https are taken as ws and wss.</param>
    /// <param name="options">How to connect and send.</param>
    /// <exception cref="ArgumentException">The address is not absolute, or of another scheme.</exception>
    public TypedSocketClient(Uri address, TypedSocketClientOptions? options = null)
        : this(new WebSocketDialer(address, options ??= new TypedSocketClientOptions()), options)
    {
    }

    internal TypedSocketClient(IDialer dialer, TypedSocketClientOptions options)
    {
        _options = options;
        _dialer = dialer;
        _events = new ClientEvents(options.LoggerFactory.CreateLogger<TypedSocketClient>());
        _peer = new Peer(PeerRole.Client, ProtocolLimits.Client, OutboxLimits.Client, options.TimeProvider) { CallbackFailed = _events.NoteCallbackFailed };
        _ticker = new Ticker(options.TimeProvider);
    }

    /// <summary>Raised when the connection changes its state, in order. Handlers must not block.</summary>
    public event Action<SocketState>? StateChanged
    {
        add => _events.StateChanged += value;
        remove => _events.StateChanged -= value;
    }

    /// <summary>Raised when a handler that was subscribed with <c>On</c> has thrown, or its arguments could not be read.</summary>
    public event Action<HandlerFailure>? HandlerFailed
    {
        add => _events.HandlerFailed += value;
        remove => _events.HandlerFailed -= value;
    }

    /// <summary>Raised, with the contract method, when a message came that nothing handles.</summary>
    public event Action<string>? Unhandled
    {
        add => _events.Unhandled += value;
        remove => _events.Unhandled -= value;
    }

    /// <summary>What the connection is doing.</summary>
    public SocketState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>Where the client connects to.</summary>
    public Uri Address => _dialer.Address;

    /// <summary>The hub of a contract; the same object every time. May be called before and after connecting.</summary>
    /// <typeparam name="THub">The hub interface.</typeparam>
    /// <returns>The hub.</returns>
    public HubClient<THub> Hub<THub>()
        where THub : class, IHubContract<THub>
    {
        lock (_gate)
        {
            if (_hubs.TryGetValue(typeof(THub), out var existing))
            {
                return (HubClient<THub>)existing;
            }

            var hub = CreateHub<THub>();
            _hubs.Add(typeof(THub), hub);
            return hub;
        }
    }

    /// <summary>Connects. Call it once.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Completes when messages flow.</returns>
    /// <exception cref="SocketConnectException">The server cannot be reached, is none, or refuses; the text says what to do.</exception>
    /// <exception cref="InvalidOperationException">The client has been connected before.</exception>
    public async Task ConnectAsync(CancellationToken cancel = default)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_state is not SocketState.Idle)
            {
                throw new InvalidOperationException($"ConnectAsync was called before; the client is {_state}. Create a new client to connect again.");
            }

            _state = new SocketState.Connecting();
        }

        _events.RaiseStateChanged(State);
        try
        {
            await OpenAsync(cancel).ConfigureAwait(false);
        }
        catch
        {
            // Nothing has come of it: the same client may try again.
            SetState(new SocketState.Idle());
            throw;
        }
    }

    /// <summary>Leaves: waits until the server has taken what was emitted, at most <see cref="TypedSocketClientOptions.FlushTimeout"/>, and closes.</summary>
    /// <returns>Completes when the socket is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
        }

        if (_connection is not null)
        {
            await WaitAtMostAsync(_peer.WhenSettledAsync()).ConfigureAwait(false);
        }

        if (_peer.Unacknowledged is > 0 and var messages)
        {
            _events.NoteUnsettled(messages);
        }

        _connection?.Close(SocketCloseCode.Normal, "the client leaves");
        await _run.ConfigureAwait(false);
        _peer.End("the client was disposed");
        await WaitAtMostAsync(_peer.Channels.StopAsync()).ConfigureAwait(false);

        await _ticker.DisposeAsync().ConfigureAwait(false);
        _peer.Dispose();
    }

    /// <inheritdoc />
    bool IControlMessages.TryHandle(MessageKind kind, ReadOnlySpan<byte> body)
    {
        if (kind != MessageKind.ChannelReady)
        {
            return false;
        }

        _peer.Channels.Open(ChannelMessages.ParseReady(body));
        return true;
    }

    private HubClient<THub> CreateHub<THub>()
        where THub : class, IHubContract<THub>
    {
        var handlers = new HandlerTable(THub.Contract.Client);
        var handler = new SubscriptionHandler(handlers, _options.CallbackContext, _events) { Emits = _peer.Emits };
        var channel = _peer.Channels.Add(THub.Contract, handler);
        channel.Start();
        if (_state is SocketState.Open)
        {
            _peer.SendControl(MessageKind.ChannelOpen, ChannelMessages.Open(channel.Request));
        }

        return new HubClient<THub>(
            options => new ClientSender(_peer, channel, new SendOptions(options.Timeout ?? _options.CallTimeout, options.WhenFull)),
            handlers);
    }

    private async Task OpenAsync(CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(_options.ConnectTimeout, _options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            var transport = await _dialer.DialAsync(either.Token).ConfigureAwait(false);
            await ShakeHandsAsync(transport, either.Token).ConfigureAwait(false);
        }
        catch (Exception) when (timeout.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw ConnectErrors.TimedOut(Address, _options.ConnectTimeout);
        }
    }

    private async Task ShakeHandsAsync(ITransport transport, CancellationToken cancel)
    {
        List<Channel> requested;
        lock (_gate)
        {
            requested = [.. _peer.Channels];
        }

        WelcomeMessage welcome;
        try
        {
            welcome = await new ClientHandshake(_peer).RunAsync(transport, Address, requested, cancel).ConfigureAwait(false);
        }
        catch
        {
            transport.Abort();
            await transport.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        _peer.SetRemoteLimits(new PeerWindow(welcome.WindowMessages, welcome.WindowBytes, welcome.MaxPendingCalls), welcome.MaxFrameBytes);
        welcome.Channels.ForEach(_peer.Channels.Open);
        Start(transport, welcome, requested.Count);
    }

    private void Start(ITransport transport, WelcomeMessage welcome, int requested)
    {
        var times = ConnectionTimes.FromMilliseconds(welcome.PingAfter, welcome.DeadAfter);
        var connection = new Connection(transport, _peer, this, times, _options.TimeProvider);
        var open = new SocketState.Open(welcome.ConnectionId);
        lock (_gate)
        {
            _connection = connection;
            _state = open;

            // Hubs that were created during the handshake were not in it.
            foreach (var channel in _peer.Channels.Skip(requested))
            {
                _peer.SendControl(MessageKind.ChannelOpen, ChannelMessages.Open(channel.Request));
            }
        }

        _events.RaiseStateChanged(open);
        _ticker.Add(connection);
        _run = RunAsync(connection, transport);
    }

    private async Task RunAsync(Connection connection, ITransport transport)
    {
        var end = await connection.RunAsync().ConfigureAwait(false);
        _ticker.Remove(connection);
        await transport.DisposeAsync().ConfigureAwait(false);
        if (end.Fault is { } fault)
        {
            _events.NoteFault(fault);
        }

        _peer.End(end.ByPeer ? $"the connection has ended: {end}" : "the client has closed the connection");
        SetState(new SocketState.Closed(end.Code, end.Reason));
    }

    // What is not done by then is given up; a handler that itself disposes the client must not be waited for for ever.
    private async Task WaitAtMostAsync(Task task)
    {
        using var timeout = new CancellationTokenSource(_options.FlushTimeout, _options.TimeProvider);
        await task.WaitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void SetState(SocketState state)
    {
        lock (_gate)
        {
            _state = state;
        }

        _events.RaiseStateChanged(state);
    }
}
