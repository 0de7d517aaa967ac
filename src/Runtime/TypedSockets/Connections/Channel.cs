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
    private readonly Lock _gate = new();
    private readonly Queue<InboundMessage> _queue = new();
    private readonly Peer _peer;
    private readonly ChannelRunner _runner;
    private ReceiveWindow _window = new();
    private TaskCompletionSource? _idle;
    private bool _started;
    private bool _running;
    private bool _stopped;
    private int _detached;
    private int _volatile;

    public Channel(Peer peer, int index, HubContract contract, MessageHandler handler)
    {
        _peer = peer;
        Index = index;
        Contract = contract;
        Handler = handler;
        _runner = new ChannelRunner(peer, this);
    }

    /// <summary>The channel's index at this end.</summary>
    public int Index { get; }

    public HubContract Contract { get; }

    public MessageHandler Handler { get; }

    /// <summary>The channel's number on the wire, once it is open.</summary>
    public uint? WireId { get; set; }

    /// <summary>Whether the other end was asked, within the current session, to open the channel.</summary>
    public bool IsRequested { get; set; }

    /// <summary>What the other end is asked to open.</summary>
    public ChannelRequest Request => new(Contract.Name, Contract.Fingerprint.ToArray());

    /// <summary>Whether the peer may not know how much was taken.</summary>
    public bool HasUntold
    {
        get
        {
            lock (_gate)
            {
                return _window.IsTellingDue;
            }
        }
    }

    /// <summary>Whether nothing waits and no handler runs.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _queue.Count == 0 && !_running && _detached == 0;
            }
        }
    }

    /// <summary>Lets handlers run: messages that came before wait for this.</summary>
    public void Start()
    {
        lock (_gate)
        {
            _started = true;
        }

        Schedule();
    }

    /// <summary>Adds a message. A volatile one is dropped if too many wait: no window counts it. Owns its body from here on.</summary>
    /// <exception cref="ProtocolException">The peer exceeded the channel's window.</exception>
    public void Add(in InboundMessage message)
    {
        lock (_gate)
        {
            if (_stopped || (message.IsVolatile && _volatile >= ProtocolLimits.MaxVolatile))
            {
                message.Release();
                return;
            }

            if (message.IsVolatile)
            {
                _volatile++;
                _queue.Enqueue(message);
            }
            else
            {
                AddCounted(message);
            }
        }

        Schedule();
    }

    /// <summary>Adds a callback of our own, which runs between handlers like one of them. It must not throw.</summary>
    public void RunInOrder(Func<ValueTask> callback)
    {
        lock (_gate)
        {
            if (!_stopped)
            {
                _queue.Enqueue(new InboundMessage(callback));
            }
        }

        Schedule();
    }

    /// <summary>Finds a method of the side that is handled here.</summary>
    /// <returns>Null if there is none of that number.</returns>
    public HubMethod? FindMethod(uint id) => id < (uint)Handler.Side.Methods.Length ? Handler.Side.Methods[(int)id] : null;

    /// <summary>Counts a message that no handler gets.</summary>
    public void TakeUnknown(int bytes)
    {
        lock (_gate)
        {
            _window.Received(bytes);
            _window.Take(bytes);
        }
    }

    /// <summary>Reads how much was taken, to be told to the peer.</summary>
    /// <returns>False if the peer knows.</returns>
    public bool TryTellTaken(out uint taken)
    {
        lock (_gate)
        {
            taken = _window.Taken;
            if (!_window.IsTellingDue)
            {
                return false;
            }

            _window.Told();
            return true;
        }
    }

    /// <summary>Tells the peer again how much was taken: the last time may have been lost with its socket.</summary>
    public void TellAgain()
    {
        lock (_gate)
        {
            _window.TellAgain();
        }
    }

    /// <summary>
    /// Starts again for a new session. Emits of the old one that wait are still handled; its calls are not, because nobody waits for their answers.
    /// </summary>
    public void Renew()
    {
        lock (_gate)
        {
            WireId = null;
            IsRequested = false;
            _window = new ReceiveWindow();
            for (var count = _queue.Count; count > 0; count--)
            {
                var message = _queue.Dequeue();
                _peer.Load.Take(message.Window is null ? 0 : message.Bytes, message.Window is null ? 0 : 1);
                if (message.Call is null)
                {
                    _queue.Enqueue(message);
                }
                else
                {
                    message.Release();
                }
            }
        }
    }

    /// <summary>Starts no more handlers.</summary>
    /// <returns>Completes when all handlers have finished.</returns>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _stopped = true;
            while (_queue.TryDequeue(out var message))
            {
                message.Release();
            }

            if (!_running && _detached == 0)
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    /// <summary>Takes the next message out, and counts it as taken.</summary>
    /// <returns>False if there is none; the runner ends then.</returns>
    public bool TryTake(out InboundMessage message)
    {
        bool tell;
        lock (_gate)
        {
            if (!_queue.TryDequeue(out message))
            {
                _running = false;
                NoteIdle();
                return false;
            }

            _volatile -= message.IsVolatile ? 1 : 0;
            if (!ReferenceEquals(message.Window, _window))
            {
                return true;
            }

            _window.Take(message.Bytes);
            _peer.Load.Take(message.Bytes);

            // Early enough that a peer that keeps sending never meets its window.
            tell = _window.Untold >= _peer.Limits.WindowMessages / 16 || _window.UntoldBytes >= _peer.Limits.WindowBytes / 16;
        }

        if (tell)
        {
            _peer.Frames.TellTaken();
        }

        return true;
    }

    /// <summary>Notes a handler that goes on beside the channel's next ones.</summary>
    public async Task LetGoAsync(Task handling)
    {
        lock (_gate)
        {
            _detached++;
        }

        await handling.ConfigureAwait(false);
        lock (_gate)
        {
            _detached--;
            NoteIdle();
        }
    }

    private void AddCounted(in InboundMessage message)
    {
        _window.Received(message.Bytes);
        _queue.Enqueue(message.CountedIn(_window));
        if (!_peer.Load.TryReceive(message.Bytes, _peer.Limits.WindowMessages, _peer.Limits.WindowBytes)
            || _window.Messages > _peer.Limits.WindowMessages / 2
            || (_window.Messages > 1 && _window.Bytes > _peer.Limits.WindowBytes / 2))
        {
            throw ProtocolErrors.WindowExceeded(WireId ?? 0);
        }
    }

    private void NoteIdle()
    {
        if (!_running && _detached == 0)
        {
            _idle?.TrySetResult();
        }
    }

    private void Schedule()
    {
        lock (_gate)
        {
            if (!_started || _running || _queue.Count == 0)
            {
                return;
            }

            _running = true;
        }

        _peer.Schedule(_runner);
    }
}
