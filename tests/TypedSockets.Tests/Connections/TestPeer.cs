using TypedSockets.Codecs;
using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Tests.Protocol;

namespace TypedSockets.Tests.Connections;

/// <summary>A peer with one open channel, without a socket: a test takes its frames and gives it others, when it likes.</summary>
internal sealed class TestPeer : IControlMessages, IDisposable
{
    private readonly FrameRouter _router;
    private readonly FrameWriter _writer = new();

    public TestPeer(
        PeerRole role,
        TimeProvider? time = null,
        OutboxLimits? outbox = null,
        ProtocolLimits? limits = null,
        PeerWindow? window = null,
        bool open = true)
    {
        var own = limits ?? (role == PeerRole.Client ? ProtocolLimits.Client : ProtocolLimits.Server);
        Peer = new Peer(role, own, outbox ?? (role == PeerRole.Client ? OutboxLimits.Client : OutboxLimits.Server), time ?? TimeProvider.System)
        {
            Dropped = (drop, count) => Drops.Add((drop.Method.Name, drop.Reason, count)),
        };
        Contract = TestSide.Contract("test");
        Handler = new TestHandler(role == PeerRole.Client ? Contract.Client : Contract.Server);
        Peer.SetRemoteLimits(window ?? new PeerWindow(8192, 1024 * 1024, 256), 64 * 1024);
        Channel = Peer.Channels.Add(Contract, Handler);
        Channel.Start();
        _router = new FrameRouter(Peer, this);
        if (open)
        {
            Peer.Channels.Open(Channel, wireId: 0);
        }
    }

    /// <summary>How long a test waits for another thread before it takes it for stuck.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);

    public Peer Peer { get; }

    public HubContract Contract { get; }

    public Channel Channel { get; }

    public TestHandler Handler { get; }

    /// <summary>The emits that were dropped, as they were told.</summary>
    public List<(string Event, DropReason Reason, int Count)> Drops { get; } = [];

    /// <summary>The control messages that came.</summary>
    public List<MessageKind> Control { get; } = [];

    /// <summary>Runs while a control message is handled.</summary>
    public Action? Controlled { get; set; }

    /// <summary>Whether control messages are known here.</summary>
    public bool KnowsControl { get; set; }

    /// <summary>The next frame that the peer would write, as bytes; empty if it has nothing to say.</summary>
    public byte[] NextBytes() => Peer.Frames.Next(_writer).ToArray();

    public WireFrame? Next()
    {
        var bytes = NextBytes();
        return bytes.Length == 0 ? null : WireFrame.Parse(bytes);
    }

    /// <summary>Everything that the peer would write now.</summary>
    public List<WireFrame> NextAll()
    {
        var frames = new List<WireFrame>();
        while (Next() is { } frame)
        {
            frames.Add(frame);
        }

        return frames;
    }

    public void Receive(ReadOnlySpan<byte> frame)
    {
        try
        {
            Route(frame);
        }
        finally
        {
            _router.Publish();
        }
    }

    /// <summary>Lets the peer take a frame apart, of which others have come behind it already.</summary>
    public void Route(ReadOnlySpan<byte> frame) => _router.Receive(frame);

    /// <summary>Lets the peer receive messages, the first numbered one of them with the next number.</summary>
    public void Receive(params (MessageKind Kind, uint[] Fields, byte[] Bytes)[] messages)
    {
        using var writer = new FrameWriter();
        var number = Peer.Inbox.Received;
        foreach (var (kind, fields, bytes) in messages)
        {
            writer.Append(kind, MessageKinds.IsUnnumbered(kind) ? 0 : ++number, fields, bytes);
        }

        Receive(writer.Complete(received: null).Span);
    }

    /// <summary>Lets the peer receive an acknowledgement.</summary>
    public void ReceiveAck(long received)
    {
        using var writer = new FrameWriter();
        writer.Append(MessageKind.Ack, number: 0, [], []);
        Receive(writer.Complete(received).Span);
    }

    public SendOutcome Say(int argument, int extraBytes = 0)
    {
        var body = Encode(argument, extraBytes);
        var outcome = Peer.Emits.TrySend(OutboundMessage.Emit(Channel.Index, TestSide.Say, body));
        if (outcome != SendOutcome.Taken)
        {
            body.Release();
        }

        return outcome;
    }

    public Task SayAsync(int argument, int extraBytes = 0, CancellationToken cancel = default) =>
        Peer.Emits.SendAsync(OutboundMessage.Emit(Channel.Index, TestSide.Say, Encode(argument, extraBytes)), cancel).AsTask();

    public Task<int> AskAsync(int argument, TimeSpan? timeout = null, bool wait = true, CancellationToken cancel = default)
    {
        var call = new PendingCall<int, Int32Codec>(TestSide.Ask);
        Peer.Calls.Invoke(Channel, Encode(argument), call, timeout ?? Timeout.InfiniteTimeSpan, wait, cancel);
        return call.Result.AsTask();
    }

    /// <summary>Opens a stream of the other end, to be consumed by the test.</summary>
    public IAsyncEnumerator<int> Flow(int argument, CancellationToken cancel = default)
    {
        var call = new PendingStream<int, Int32Codec>(TestSide.Flow, [], linked: null, cancel);
        Peer.Calls.Invoke(Channel, Encode(argument), call, Timeout.InfiniteTimeSpan, wait: true, cancel);
        return call;
    }

    /// <summary>Passes streams to a call.</summary>
    public Task<int> FeedAsync(IAsyncEnumerable<int> left, IAsyncEnumerable<int> right, CancellationToken cancel = default)
    {
        var call = new PendingCall<int, Int32Codec>(TestSide.Feed, [new StreamArgument<int, Int32Codec>(left), new StreamArgument<int, Int32Codec>(right)]);
        Peer.Calls.Invoke(Channel, Encode(0), call, Timeout.InfiniteTimeSpan, wait: true, cancel);
        return call.Result.AsTask();
    }

    bool IControlMessages.TryHandle(MessageKind kind, ReadOnlySpan<byte> body)
    {
        Control.Add(kind);
        Controlled?.Invoke();
        return KnowsControl;
    }

    public void Dispose()
    {
        Peer.Dispose();
        _writer.Dispose();
    }

    /// <summary>The bytes of an argument.</summary>
    public static byte[] Argument(int argument)
    {
        var body = Encode(argument);
        var bytes = body.Span.ToArray();
        body.Release();
        return bytes;
    }

    private static MessageBody Encode(int argument, int extraBytes = 0)
    {
        var body = MessageBody.Rent();
        var writer = new PayloadWriter(body);
        Int32Codec.Write(ref writer, argument);
        writer.Flush();
        body.GetSpan(extraBytes)[..extraBytes].Clear();
        body.Advance(extraBytes);
        return body;
    }
}
