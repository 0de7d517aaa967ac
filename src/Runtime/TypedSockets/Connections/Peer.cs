using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>
/// One end of a session: what it owes the other end, what it has received, its calls and its channels. It outlives its sockets;
/// a <see cref="Connection"/> is one socket's life. A client's peer outlives even its session. Thread-safe.
/// </summary>
internal sealed class Peer : ITickable, IDisposable
{
    private readonly OutboxLimits _outboxLimits;
    private readonly Admission _admission = new();
    private readonly CancellationTokenSource _ended = new();
    private string? _endReason;
    private bool _cleared;

    public Peer(PeerRole role, ProtocolLimits limits, OutboxLimits outboxLimits, TimeProvider time)
    {
        Role = role;
        Limits = limits;
        Time = time;
        _outboxLimits = outboxLimits;
        MaxOutboundBytes = (role == PeerRole.Client ? ProtocolLimits.Server : ProtocolLimits.Client).MaxMessageBytes;
        Outbox = new Outbox(outboxLimits);
        Calls = new PeerCalls(this, _admission, outboxLimits);
        Emits = new PeerEmits(this, _admission);
        Streams = new PeerStreams(this, _admission);
        Progress = new PeerProgress(this, _admission);
        Channels = new ChannelTable(this);
        Frames = new FrameAssembler(this);
        EmitContext = new EmitContext(_ended.Token);
    }

    public PeerRole Role { get; }

    public TimeProvider Time { get; }

    /// <summary>Guards everything that is said to need the session's lock. No foreign code runs under it.</summary>
    public Lock Gate { get; } = new();

    public Outbox Outbox { get; }

    public Inbox Inbox { get; } = new();

    public PeerCalls Calls { get; }

    public PeerEmits Emits { get; }

    public PeerStreams Streams { get; }

    /// <summary>How far the other end is.</summary>
    public PeerProgress Progress { get; }

    /// <summary>The hubs of the session, by their index at this end.</summary>
    public ChannelTable Channels { get; }

    /// <summary>Puts what is to be sent into frames.</summary>
    public FrameAssembler Frames { get; }

    /// <summary>What this end reads, as the other end was told.</summary>
    public ProtocolLimits Limits { get; }

    /// <summary>The largest arguments or result that the other end reads, in bytes; before the handshake, what a server reads if nobody changed it.</summary>
    public int MaxOutboundBytes { get; private set; }

    /// <summary>What emits are dispatched with.</summary>
    public EmitContext EmitContext { get; }

    /// <summary>Cancelled when the session has ended.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Whether a remote caller is told what a handler's exception said.</summary>
    public bool DetailedErrors { get; init; }

    /// <summary>Whether handlers may ask the other end for something, through whichever hub.</summary>
    public bool MayAsk { get; init; }

    /// <summary>Where handlers run.</summary>
    public Action<IThreadPoolWorkItem> Schedule { get; init; } = static work => ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);

    /// <summary>Wakes the pump of the current socket; null while there is none.</summary>
    public Action? Wake { get; set; }

    /// <summary>Takes note of emits that were dropped before they were sent.</summary>
    public Action<Drop, int>? Dropped { get; init; }

    /// <summary>Takes note of a contract that is another version at the other end, and of what does not work because of it.</summary>
    public Action<HubContract, IReadOnlyList<ContractDifference>>? ContractDiffers { get; init; }

    /// <summary>Takes note of what the application's callbacks threw when the session ended: the end goes on without them.</summary>
    public Action<Exception>? CallbackFailed { get; init; }

    /// <summary>Why the session has ended, as part of a sentence; null while it has not.</summary>
    public string? EndReason => Volatile.Read(ref _endReason);

    /// <summary>Gives the session a socket: what has not arrived is written again, and what was told may have been lost.</summary>
    /// <param name="wake">Wakes the socket's pump, and stands for the socket.</param>
    public void Attach(Action wake)
    {
        lock (Gate)
        {
            Wake = wake;
            Frames.Reset();
        }

        wake();
    }

    /// <summary>Takes a socket from the session, if it is still the current one: nothing is numbered or sent for it any more.</summary>
    public void Detach(Action wake)
    {
        lock (Gate)
        {
            if (ReferenceEquals(Wake, wake))
            {
                Wake = null;
                Frames.DropVolatile();
            }
        }

        Emits.RaiseDrops();
    }

    /// <summary>Goes on where the other end says that it stands.</summary>
    /// <param name="received">The number of the last message that the other end has received.</param>
    /// <param name="replayed">How many messages will be written again.</param>
    /// <returns>False if that cannot be; the session is lost then.</returns>
    public bool TryResume(long received, out long replayed)
    {
        lock (Gate)
        {
            var resumed = Outbox.TryResume(received);
            replayed = Outbox.Numbered - Outbox.Sent;
            RoomMade();
            return resumed;
        }
    }

    /// <summary>Lets less be added while nobody reads: what is there stays, and so much more may come. Null for as much as ever.</summary>
    public void Limit(long? moreBytes)
    {
        lock (Gate)
        {
            var bytes = moreBytes is { } more ? Math.Min(_outboxLimits.Bytes, Outbox.Bytes + more) : _outboxLimits.Bytes;
            Outbox.SetLimits(_outboxLimits with { Bytes = bytes });
            RoomMade();
        }
    }

    /// <summary>What this end says that it has received, in the handshake: as good as an acknowledgement. The old socket must not be read any more.</summary>
    public long StateReceived()
    {
        lock (Gate)
        {
            return Inbox.Acknowledge();
        }
    }

    /// <summary>Notes what the other end said in the handshake.</summary>
    public void SetRemoteLimits(PeerWindow window, int maxFrameBytes)
    {
        Action? tell = null;
        lock (Gate)
        {
            Outbox.SetPeerWindow(window);
            Streams.SetPeerWindow(window);
            Frames.LimitTo(maxFrameBytes);
            var largest = LargestMessage(maxFrameBytes);
            if (largest < MaxOutboundBytes)
            {
                tell = Emits.TurnAway(message => message.WindowBytes > largest, DropReason.TooLarge, method => SocketErrors.TooLarge(method, largest));
            }

            MaxOutboundBytes = largest;
            RoomMade();
        }

        tell?.Invoke();
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
        Streams.TryAdmit();
        Progress.NoteMoved();
    }

    /// <summary>
    /// Starts again for a new session, because the old one is lost. Calls fail; emits that were never sent are carried over, behind what is sent
    /// urgently. The socket must be detached.
    /// </summary>
    /// <param name="reason">Why it is lost.</param>
    /// <param name="numbered">How many messages the other end had numbered; negative if that is not known.</param>
    public SessionLoss Renew(GapReason reason, long numbered)
    {
        List<(int Channel, UntakenMessage Message)> untaken;
        List<(PendingCall Call, bool Sent)> outbound;
        List<ChannelCall> inbound;
        long? notReceived;
        lock (Gate)
        {
            notReceived = numbered < 0 ? null : Math.Max(0, numbered - Inbox.Received);
            (var unsent, untaken) = Outbox.Renew();
            unsent.UnionWith(_admission.RemoveCalls());
            (outbound, inbound) = Calls.Clear(unsent);
            Inbox.Renew();
            Channels.Renew();
            RoomMade();
        }

        var text = $"the session was lost ({reason})";
        Fail(outbound, inbound, text);
        return new SessionLoss(reason, [.. untaken.Where(entry => !entry.Message.IsCall).Select(entry => Describe(Channels[entry.Channel].Contract, entry.Message))], notReceived);
    }

    /// <summary>Takes nothing any more: the session is about to end.</summary>
    /// <param name="reason">Why, as part of a sentence.</param>
    /// <returns>How many messages were taken for the other end, all in all.</returns>
    public long Seal(string reason)
    {
        lock (Gate)
        {
            _endReason ??= reason;
            return Outbox.Tail + _admission.EmitCount;
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
            if (_cleared)
            {
                return;
            }

            _cleared = true;
            _endReason ??= reason;
            reason = _endReason;
            var unsent = _admission.RemoveCalls();
            _admission.Fail(SocketErrors.Closed(reason));
            unsent.UnionWith(Outbox.Clear());
            (outbound, inbound) = Calls.Clear(unsent);
            Frames.DropVolatile();
            Progress.NoteEnded();
        }

        Emits.RaiseDrops();
        Fail(outbound, inbound, reason);
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

    private static void Fail(List<(PendingCall Call, bool Sent)> outbound, List<ChannelCall> inbound, string reason)
    {
        foreach (var (call, sent) in outbound)
        {
            call.Fail(sent ? SocketErrors.OutcomeUnknown(call.Method, reason) : SocketErrors.NotDelivered(call.Method, reason));
        }

        foreach (var call in inbound)
        {
            call.Cancel();
        }
    }

    private Unconfirmed Describe(HubContract contract, UntakenMessage message)
    {
        ContractSide other = Role == PeerRole.Client ? contract.Server : contract.Client;
        return new Unconfirmed(contract.Name, other.Methods[message.Method].ToString(), message.Number);
    }

    // A quarter of the outbox at most, so that one message alone cannot fill it.
    private int LargestMessage(int maxFrameBytes) => (int)Math.Min(maxFrameBytes - ProtocolLimits.EnvelopeBytes, _outboxLimits.Bytes / 4);
}
