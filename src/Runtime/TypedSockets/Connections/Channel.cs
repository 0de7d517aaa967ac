using System.Runtime.CompilerServices;
using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>
/// One hub of a session: its messages in order, handled one at a time on the thread pool. The receive loop only adds to it and never waits for a
/// handler; the window bounds what it holds.
/// </summary>
internal sealed class Channel : IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private readonly Queue<InboundMessage> _queue = new();
    private readonly ReceiveWindow _window = new();
    private readonly Peer _peer;
    private readonly bool _mayAskBack;
    private TaskCompletionSource? _idle;
    private bool _started;
    private bool _running;
    private bool _stopped;

    public Channel(Peer peer, int index, HubContract contract, MessageHandler handler)
    {
        _peer = peer;
        Index = index;
        Contract = contract;
        Handler = handler;
        _mayAskBack = peer.Role == PeerRole.Server && HasCalls(contract.Client);
    }

    /// <summary>The channel's index at this end.</summary>
    public int Index { get; }

    public HubContract Contract { get; }

    public MessageHandler Handler { get; }

    /// <summary>The channel's number on the wire, once it is open.</summary>
    public uint? WireId { get; set; }

    /// <summary>What the other end is asked to open.</summary>
    public ChannelRequest Request => new(Contract.Name, Contract.Fingerprint.ToArray());

    /// <summary>Whether something was taken that the peer was not told of.</summary>
    public bool HasUntold
    {
        get
        {
            lock (_gate)
            {
                return _window.Untold > 0;
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

    /// <summary>Adds a message. Owns its body from here on.</summary>
    /// <exception cref="ProtocolException">The peer exceeded the channel's window.</exception>
    public void Add(in InboundMessage message)
    {
        lock (_gate)
        {
            if (_stopped)
            {
                message.Arguments.Release();
                return;
            }

            var size = message.Arguments.Length;
            _window.Received(size);
            _queue.Enqueue(message);
            if (!_peer.Load.TryReceive(size, _peer.Limits.WindowMessages, _peer.Limits.WindowBytes)
                || _window.Messages > _peer.Limits.WindowMessages / 2
                || (_window.Messages > 1 && _window.Bytes > _peer.Limits.WindowBytes / 2))
            {
                throw ProtocolErrors.WindowExceeded(WireId ?? 0);
            }
        }

        Schedule();
    }

    /// <summary>Finds a method of the side that is handled here.</summary>
    /// <returns>Null if there is none of that number and kind.</returns>
    public HubMethod? FindMethod(uint id, HubMethodKind kind)
    {
        var methods = Handler.Side.Methods;
        return id < (uint)methods.Length && methods[(int)id].Kind == kind ? methods[(int)id] : null;
    }

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
            if (_window.Untold == 0)
            {
                return false;
            }

            _window.Told();
            return true;
        }
    }

    /// <summary>Starts no more handlers.</summary>
    /// <returns>Completes when the handler that holds the channel has finished.</returns>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _stopped = true;
            while (_queue.TryDequeue(out var message))
            {
                message.Arguments.Release();
            }

            if (!_running)
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    // Handle never throws, so the loop's task cannot fail.
    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    private static bool HasCalls(ContractSide side)
    {
        foreach (var method in side.Methods)
        {
            if (method.Kind == HubMethodKind.Call)
            {
                return true;
            }
        }

        return false;
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

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private async Task RunAsync()
    {
        while (TryTake(out var message))
        {
            var turn = _mayAskBack ? new Turn() : null;
            if (turn is not null)
            {
                Turn.Current = turn;
            }

            var handling = Handle(message);
            if (handling.IsCompleted)
            {
                handling.GetAwaiter().GetResult();
            }
            else if (!Handler.HoldsChannel(message.Method))
            {
                _ = handling.AsTask();
            }
            else if (turn is not null)
            {
                await Task.WhenAny(handling.AsTask(), turn.Released).ConfigureAwait(false);
            }
            else
            {
                await handling.ConfigureAwait(false);
            }
        }
    }

    private bool TryTake(out InboundMessage message)
    {
        bool tell;
        lock (_gate)
        {
            if (!_queue.TryDequeue(out message))
            {
                _running = false;
                _idle?.TrySetResult();
                return false;
            }

            _window.Take(message.Arguments.Length);
            _peer.Load.Take(message.Arguments.Length);

            // Early enough that a peer that keeps sending never meets its window.
            tell = _window.Untold >= _peer.Limits.WindowMessages / 16 || _window.UntoldBytes >= _peer.Limits.WindowBytes / 16;
        }

        if (tell)
        {
            _peer.Frames.TellTaken();
        }

        return true;
    }

    // Never throws, and its task never fails: a handler's failure is answered, or noted, here.
    private ValueTask Handle(in InboundMessage message)
    {
        try
        {
            var handling = Handler.Handle(message.Method, message.Arguments, (InboundCall?)message.Call ?? _peer.Emits);
            if (!handling.IsCompletedSuccessfully)
            {
                return AwaitHandler(handling, message.Method, message.Call);
            }

            handling.GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            Fail(message.Method, message.Call, error);
        }
        finally
        {
            message.Arguments.Release();
        }

        return default;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AwaitHandler(ValueTask handling, HubMethod method, ChannelCall? call)
    {
        try
        {
            await handling.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Fail(method, call, error);
        }
    }

    private void Fail(HubMethod method, ChannelCall? call, Exception error)
    {
        if (call is not null)
        {
            var (code, text) = _peer.Calls.Describe(method, call, error);
            call.Fail(code, text);
            if (code == SocketErrorCode.Cancelled)
            {
                return;
            }
        }

        Handler.HandlerFailed(method, error is BadArgumentsException bad ? bad.Cause.In(method.ToString()) : error);
    }
}
