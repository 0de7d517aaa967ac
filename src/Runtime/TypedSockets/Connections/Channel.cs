using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>
/// One hub of a session: its messages in order, and how much of them the other end was told to be taken. The receive loop only adds to it and never
/// waits for a handler; the window bounds what it holds. The <see cref="ChannelRunner"/> takes from it.
/// </summary>
internal sealed class Channel
{
    private readonly Peer _peer;
    private readonly InboundQueue _queue;
    private volatile ReceiveWindow _window = new();

    // Volatile emits count in no window.
    private int _volatileReceived;
    private int _volatileTaken;

    public Channel(Peer peer, int index, HubContract contract, MessageHandler handler)
    {
        _peer = peer;
        Index = index;
        Contract = contract;
        Handler = handler;
        var runner = new ChannelRunner(peer, this);
        _queue = new InboundQueue(() => peer.Schedule(runner));
    }

    /// <summary>The channel's index at this end.</summary>
    public int Index { get; }

    public HubContract Contract { get; }

    public MessageHandler Handler { get; }

    /// <summary>The channel's number on the wire, once it is open.</summary>
    public uint? WireId { get; set; }

    /// <summary>What the contract means to a server that was built from another version of it; null if it is the same.</summary>
    public ContractTranslation? Translation { get; set; }

    /// <summary>Whether the other end was asked, within the current session, to open the channel.</summary>
    public bool IsRequested { get; set; }

    /// <summary>What the other end is asked to open.</summary>
    public ChannelRequest Request => new(Contract.Name, Contract.Fingerprint.ToArray());

    /// <summary>What came in this session and was not taken yet.</summary>
    public (int Messages, long Bytes) Untaken => (_window.Messages, _window.Bytes);

    /// <summary>Whether nothing waits and no handler runs.</summary>
    public bool IsIdle => _queue.IsIdle;

    /// <summary>Lets handlers run: messages that came before wait for this.</summary>
    public void Start() => _queue.Start();

    /// <summary>
    /// Adds an emit of a frame that the receive loop is taking apart; its handler may start after <see cref="Publish"/>. One of a
    /// member that does not work between the two ends' versions is only counted.
    /// </summary>
    /// <exception cref="ProtocolException">The peer exceeded the channel's window.</exception>
    public void AddEmit(HubMethod? method, ReadOnlySpan<byte> arguments) => AddCounted(new InboundMessage(method, call: null, _window), arguments);

    /// <summary>Adds a call, as <see cref="AddEmit"/>. One of a method that this end has not is only counted.</summary>
    /// <exception cref="ProtocolException">The peer exceeded the channel's window.</exception>
    public void AddCall(HubMethod? method, ReadOnlySpan<byte> arguments, ChannelCall call) =>
        AddCounted(new InboundMessage(method, call, _window), arguments);

    /// <summary>Adds a volatile emit, as <see cref="AddEmit"/>. It is dropped if too many wait: no window counts it.</summary>
    public void AddVolatile(HubMethod method, ReadOnlySpan<byte> arguments)
    {
        if (_volatileReceived - Volatile.Read(ref _volatileTaken) < ProtocolLimits.MaxVolatile)
        {
            _volatileReceived++;
            _queue.Stage(new InboundMessage(method, call: null, window: null), arguments);
        }
    }

    /// <summary>Lets handlers start for what was added.</summary>
    public void Publish() => _queue.Publish();

    /// <summary>Adds a callback of our own, which runs between handlers like one of them. It must not throw.</summary>
    public void RunInOrder(Func<ValueTask> callback) => _queue.Add(new InboundMessage(callback));

    /// <summary>Finds a method of the side that is handled here.</summary>
    /// <returns>Null if there is none of that number.</returns>
    public HubMethod? FindMethod(uint id)
    {
        if (Translation is { } translation)
        {
            return translation.TryFind(id, out var method) ? method : null;
        }

        return id < (uint)Handler.Side.Methods.Length ? Handler.Side.Methods[(int)id] : null;
    }

    /// <summary>Whether the other end has a member of that number that does not work here.</summary>
    public bool Ignores(uint id) => Translation is { } translation && translation.TryFind(id, out var method) && method is null;

    /// <summary>The number of a member at the other end.</summary>
    public uint MethodId(HubMethod method) => Translation is { } translation ? translation.WireId(method) : (uint)method.Id;

    /// <summary>Why a member cannot be sent to the other end; null if it can, or if that is not known yet.</summary>
    public ContractMismatchException? RefusalOf(HubMethod method) =>
        Translation?.ProblemOf(method) is { } problem ? SocketErrors.Mismatch(method, problem) : null;

    /// <summary>Takes the next message out, and counts it as taken. Called by the runner alone.</summary>
    /// <returns>False if there is none; the runner ends then.</returns>
    public bool TryTake(out InboundMessage message)
    {
        while (_queue.TryTake(out message))
        {
            if (TryCount(message))
            {
                return true;
            }

            message.Release();
        }

        return false;
    }

    /// <summary>The arguments of the message that was taken out last. For the runner alone.</summary>
    public ReadOnlySpan<byte> Arguments(in InboundMessage message) => _queue.Arguments(message);

    /// <summary>Whether the peer may not know how much was taken. Called with the session's lock held, as all that tells.</summary>
    public bool HasUntold => _window.IsTellingDue;

    /// <summary>Reads how much was taken, to be told to the peer. Called with the session's lock held.</summary>
    /// <returns>False if the peer knows.</returns>
    public bool TryTellTaken(out uint taken)
    {
        var due = _window.IsTellingDue;
        taken = due ? _window.Tell() : 0;
        return due;
    }

    /// <summary>Tells the peer again how much was taken: the last time may have been lost with its socket. Called with the session's lock held.</summary>
    public void TellAgain() => _window.TellAgain();

    /// <summary>Gives back what a burst needed, if nothing has come since.</summary>
    public void Trim() => _queue.Trim();

    /// <summary>
    /// Starts again for a new session, while there is no socket. Emits of the old one that wait are still handled; its calls are not, because nobody
    /// waits for their answers.
    /// </summary>
    public void Renew()
    {
        WireId = null;
        Translation = null;
        IsRequested = false;
        _window = new ReceiveWindow();
    }

    /// <summary>Notes a handler that goes on beside the channel's next ones.</summary>
    public Task LetGoAsync(Task handling) => _queue.LetGoAsync(handling);

    /// <summary>Starts no more handlers.</summary>
    /// <returns>Completes when all handlers have finished.</returns>
    public Task StopAsync() => _queue.StopAsync();

    private void AddCounted(in InboundMessage message, ReadOnlySpan<byte> arguments)
    {
        // Before the check: it has its number already, so a resume would not bring it again.
        _queue.Stage(message, arguments);
        _window.Received(arguments.Length);
        if (_window.Messages > _peer.Limits.WindowMessages / 2 || (_window.Messages > 1 && _window.Bytes > _peer.Limits.WindowBytes / 2))
        {
            throw ProtocolErrors.WindowExceeded(WireId ?? 0);
        }
    }

    // False if nobody handles it, or nobody waits for it any more: a call of a session that is lost.
    private bool TryCount(in InboundMessage message)
    {
        if (message.Window is not { } window)
        {
            Volatile.Write(ref _volatileTaken, _volatileTaken + (message.Method is null ? 0 : 1));
            return true;
        }

        if (!ReferenceEquals(window, _window))
        {
            return message.Call is null && message.Method is not null;
        }

        window.Take(message.Bytes);
        if (window.Untold >= _peer.Channels.TellAfterMessages || window.UntoldBytes >= _peer.Channels.TellAfterBytes)
        {
            _peer.Frames.TellTaken();
        }

        return message.Method is not null;
    }
}
