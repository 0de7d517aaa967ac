using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>
/// One end of a session: what it owes the other end, what it has received, its calls and its channels. It outlives its sockets;
/// a <see cref="Connection"/> is one socket's life. Thread-safe.
/// </summary>
internal sealed class Peer : IDisposable
{
    private readonly OutboxLimits _outboxLimits;
    private readonly Admission _admission = new();
    private readonly CancellationTokenSource _ended = new();
    private TaskCompletionSource? _settled;
    private string? _endReason;

    public Peer(PeerRole role, ProtocolLimits limits, OutboxLimits outboxLimits, TimeProvider time)
    {
        Role = role;
        Limits = limits;
        _outboxLimits = outboxLimits;
        MaxOutboundBytes = (role == PeerRole.Client ? ProtocolLimits.Server : ProtocolLimits.Client).MaxMessageBytes;
        Outbox = new Outbox(outboxLimits);
        Calls = new PeerCalls(this, _admission, outboxLimits, time);
        Channels = new ChannelTable(this);
        Frames = new FrameAssembler(this);
        Emits = new EmitContext(_ended.Token);
    }

    public PeerRole Role { get; }

    /// <summary>Guards everything that is said to need the session's lock. No foreign code runs under it.</summary>
    public Lock Gate { get; } = new();

    public Outbox Outbox { get; }

    public Inbox Inbox { get; } = new();

    /// <summary>What all channels together have received and not taken yet.</summary>
    public SessionLoad Load { get; } = new();

    public PeerCalls Calls { get; }

    /// <summary>The hubs of the session, by their index at this end.</summary>
    public ChannelTable Channels { get; }

    /// <summary>Puts what is to be sent into frames.</summary>
    public FrameAssembler Frames { get; }

    /// <summary>What this end reads, as the other end was told.</summary>
    public ProtocolLimits Limits { get; }

    /// <summary>The largest arguments or result that the other end reads, in bytes; before the handshake, what a server reads if nobody changed it.</summary>
    public int MaxOutboundBytes { get; private set; }

    /// <summary>What emits are dispatched with.</summary>
    public EmitContext Emits { get; }

    /// <summary>Cancelled when the session has ended.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Whether a remote caller is told what a handler's exception said.</summary>
    public bool DetailedErrors { get; init; }

    /// <summary>Wakes the pump of the current socket. Set while one is attached.</summary>
    public Action? Wake { get; set; }

    /// <summary>Takes note of what the application's callbacks threw when the session ended: the end goes on without them.</summary>
    public Action<Exception>? CallbackFailed { get; init; }

    /// <summary>Why the session has ended, as part of a sentence; null while it has not.</summary>
    public string? EndReason => Volatile.Read(ref _endReason);

    /// <summary>How many messages the other end has not received, as far as this end knows.</summary>
    public long Unacknowledged
    {
        get
        {
            lock (Gate)
            {
                return _endReason is null ? Outbox.Tail - Outbox.Acked : 0;
            }
        }
    }

    /// <summary>Notes what the other end said in the handshake.</summary>
    public void SetRemoteLimits(PeerWindow window, int maxFrameBytes)
    {
        lock (Gate)
        {
            Outbox.SetPeerWindow(window);
            MaxOutboundBytes = LargestMessage(maxFrameBytes);
        }
    }

    /// <summary>Adds an emit if there is room. Owns its body only if it was taken.</summary>
    public SendOutcome TrySend(in OutboundMessage message)
    {
        lock (Gate)
        {
            if (_endReason is not null)
            {
                return SendOutcome.Ended;
            }

            if (!_admission.TryAdd(message, Outbox))
            {
                return SendOutcome.Full;
            }
        }

        Wake?.Invoke();
        return SendOutcome.Taken;
    }

    /// <summary>Adds an emit, waiting for room if need be. Owns its body.</summary>
    public ValueTask SendAsync(in OutboundMessage message, CancellationToken cancel)
    {
        Admission.Waiter waiter;
        lock (Gate)
        {
            if (_endReason is not null)
            {
                message.Body?.Release();
                throw SocketErrors.Closed(_endReason);
            }

            if (!_admission.TryAdd(message, Outbox))
            {
                waiter = _admission.Add(message);
                return new ValueTask(WaitForRoomAsync(waiter, cancel));
            }
        }

        Wake?.Invoke();
        return default;
    }

    /// <summary>Adds a control message that must not be lost, such as ChannelOpen.</summary>
    public void SendControl(MessageKind kind, ReadOnlySpan<byte> body)
    {
        var message = OutboundMessage.Control(kind, MessageBody.Copy(body));
        lock (Gate)
        {
            if (_endReason is not null)
            {
                message.Body?.Release();
                return;
            }

            _admission.AddOrWait(message, Outbox);
        }

        Wake?.Invoke();
    }

    /// <summary>Completes when the other end has received and taken everything.</summary>
    public Task WhenSettledAsync()
    {
        Task settled;
        lock (Gate)
        {
            if (_endReason is not null || IsSettled)
            {
                return Task.CompletedTask;
            }

            _settled ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            settled = _settled.Task;
        }

        // The pong carries the acknowledgement and what was taken, without waiting for a tick.
        Frames.RequestPing();
        return settled;
    }

    /// <summary>Called a few times a second: sends what has waited long enough, and ends calls whose time is over.</summary>
    public void Tick(long now)
    {
        Calls.Expire(now);
        Frames.Tick();
    }

    /// <summary>Called with the lock held, after room was made: admits what waits, and notes when everything is settled.</summary>
    public void RoomMade()
    {
        _admission.Admit(Outbox);
        if (_settled is { } settled && IsSettled)
        {
            _settled = null;
            settled.TrySetResult();
        }
    }

    /// <summary>Ends the session: waiting calls fail, handlers are cancelled, nothing is taken any more.</summary>
    /// <param name="reason">Why, as part of a sentence.</param>
    public void End(string reason)
    {
        List<(PendingCall Call, bool Sent)> outbound;
        List<ChannelCall> inbound;
        lock (Gate)
        {
            if (_endReason is not null)
            {
                return;
            }

            _endReason = reason;
            (outbound, inbound) = Calls.Clear();
            _admission.Fail(SocketErrors.Closed(reason));
            Outbox.Clear();
            _settled?.TrySetResult();
        }

        foreach (var (call, sent) in outbound)
        {
            call.Fail(sent ? SocketErrors.OutcomeUnknown(call.Method, reason) : SocketErrors.NotDelivered(call.Method, reason));
        }

        foreach (var call in inbound)
        {
            call.Cancel();
        }

        try
        {
            _ended.Cancel();
        }
        catch (AggregateException error)
        {
            CallbackFailed?.Invoke(error);
        }
    }

    public void Dispose() => _ended.Dispose();

    private bool IsSettled => Outbox.IsSettled && _admission.IsEmpty;

    // A quarter of the outbox at most, so that one message alone cannot fill it.
    private int LargestMessage(int maxFrameBytes) => (int)Math.Min(maxFrameBytes - ProtocolLimits.EnvelopeBytes, _outboxLimits.Bytes / 4);

    private async Task WaitForRoomAsync(Admission.Waiter waiter, CancellationToken cancel)
    {
        try
        {
            await waiter.Admitted.Task.WaitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            bool removed;
            lock (Gate)
            {
                removed = _admission.TryRemove(waiter);
                RoomMade();
            }

            if (removed)
            {
                Wake?.Invoke();
                throw;
            }

            // It was admitted in the same moment: the message is on its way, so it has not been cancelled.
            await waiter.Admitted.Task.ConfigureAwait(false);
        }

        Wake?.Invoke();
    }
}
