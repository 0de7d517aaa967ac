using System.Text;
using Microsoft.Extensions.Logging;
using TypedSockets.Client;
using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

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
    private readonly ClientLoop _loop;
    private SocketState _state = new SocketState.Idle();
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
        _peer = new Peer(PeerRole.Client, ProtocolLimits.Client, OutboxLimits.Client, options.TimeProvider)
        {
            CallbackFailed = _events.NoteCallbackFailed,
            Dropped = _events.RaiseDropped,
            ContractDiffers = _events.RaiseContractDiffers,
        };
        _ticker = new Ticker(options.TimeProvider);
        _ticker.Add(_peer);
        _loop = new ClientLoop(options, dialer, _peer, _events, _ticker, this, SetState);
        _ticker.Add(new SleepWatch(options.TimeProvider, _loop.Probe));
    }

    /// <summary>Raised when the connection changes its state, in order. Handlers must not block.</summary>
    public event Action<SocketState>? StateChanged
    {
        add => _events.StateChanged += value;
        remove => _events.StateChanged -= value;
    }

    /// <summary>
    /// Raised when a session was lost and something may be missing, before anything of the next one is handled: what was lost, and why. Nothing is
    /// ever lost without it. Handlers must not block.
    /// </summary>
    public event Action<Gap>? Gap
    {
        add => _events.Gap += value;
        remove => _events.Gap -= value;
    }

    /// <summary>
    /// Raised when a session has taken the place of one that was lost, to set it up: rejoin, reload. What the handlers send goes first; the emits
    /// that were carried over from the lost session follow when all handlers have finished, at most <see cref="TypedSocketClientOptions.NewSessionTimeout"/> later.
    /// </summary>
    public event Func<ReplacedSession, Task>? NewSession
    {
        add => _events.NewSession += value;
        remove => _events.NewSession -= value;
    }

    /// <summary>Raised, with the number of messages that are written again, when a lost line is back and nothing was lost.</summary>
    public event Action<long>? Resumed
    {
        add => _events.Resumed += value;
        remove => _events.Resumed -= value;
    }

    /// <summary>Raised when emits were dropped before they were sent: as their options or <see cref="VolatileAttribute"/> ask, or because the server turned out not to read them (<see cref="DropReason"/>).</summary>
    public event Action<DroppedEmits>? Dropped
    {
        add => _events.Dropped += value;
        remove => _events.Dropped -= value;
    }

    /// <summary>Raised when members do not work because the server has another version of their contract: <see cref="ContractMismatchException"/>. All others work. Handlers must not block.</summary>
    public event Action<IReadOnlyList<ContractDifference>>? ContractDiffers
    {
        add => _events.ContractDiffers += value;
        remove => _events.ContractDiffers -= value;
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
            var socket = await _loop.ConnectAsync(cancel).ConfigureAwait(false);
            _run = _loop.RunAsync(socket);
        }
        catch
        {
            // Nothing has come of it: the same client may try again.
            SetState(new SocketState.Idle());
            throw;
        }
    }

    /// <summary>Fetches a fresh access token and gives it to the server, which goes on with it: the line stays open. Without a line nothing is done, because every dial asks for a token.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Completes when the token is on its way. If the server refuses it, the client closes.</returns>
    /// <exception cref="InvalidOperationException">There is no <see cref="TypedSocketClientOptions.AccessTokenProvider"/>.</exception>
    public async Task RefreshTokenAsync(CancellationToken cancel = default)
    {
        var provider = _options.AccessTokenProvider
            ?? throw new InvalidOperationException("There is no token to refresh: the client has no AccessTokenProvider.");
        if (await provider(new TokenContext(TokenReason.Refresh, cancel)).ConfigureAwait(false) is { } token)
        {
            _peer.Frames.TellState(MessageKind.Auth, Encoding.UTF8.GetBytes(token));
        }
    }

    /// <summary>Says that the network is back: a client that waits dials at once, one that is connected looks whether it still is.</summary>
    public void NotifyNetworkAvailable()
    {
        _loop.Network.SetAvailable();
        _loop.Probe();
    }

    /// <summary>Says that there is no network: nothing is dialled until <see cref="NotifyNetworkAvailable"/>.</summary>
    public void NotifyNetworkUnavailable() => _loop.Network.SetUnavailable();

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

        if (State is SocketState.Open or SocketState.Reconnecting)
        {
            await WaitAtMostAsync(_peer.Progress.WhenSettledAsync()).ConfigureAwait(false);
        }

        if (_peer.Progress.Unacknowledged is > 0 and var messages)
        {
            _events.NoteUnsettled(messages);
        }

        _loop.Stop();
        await _run.ConfigureAwait(false);
        _peer.End("the client was disposed");
        await WaitAtMostAsync(_peer.Channels.StopAsync()).ConfigureAwait(false);

        await _ticker.DisposeAsync().ConfigureAwait(false);
        _loop.Dispose();
        _peer.Dispose();
    }

    /// <inheritdoc />
    bool IControlMessages.TryHandle(MessageKind kind, ReadOnlySpan<byte> body)
    {
        switch (kind)
        {
            case MessageKind.ChannelReady:
                _peer.Channels.Open(ChannelMessages.ParseReady(body));
                return true;
            case MessageKind.Drain:
                _loop.NoteDrain(DrainNotice.Read(body));
                return true;
            default:
                return false;
        }
    }

    private HubClient<THub> CreateHub<THub>()
        where THub : class, IHubContract<THub>
    {
        var handlers = new HandlerTable(THub.Contract.Client);
        var handler = new SubscriptionHandler(handlers, _options.CallbackContext, _events) { Emits = _peer.EmitContext };
        var channel = _peer.Channels.Add(THub.Contract, handler);
        channel.Start();
        if (_loop.IsFounded)
        {
            _peer.Channels.RequestMissing();
        }

        return new HubClient<THub>(options => new ClientSender(_peer, channel, options.ToSendOptions(_options.CallTimeout)), handlers);
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
