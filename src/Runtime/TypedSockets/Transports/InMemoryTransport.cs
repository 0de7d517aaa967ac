using System.Threading.Channels;
using TypedSockets.Protocol;

namespace TypedSockets.Transports;

/// <summary>Two ends joined in memory, for tests that need no network.</summary>
internal sealed class InMemoryTransport : ITransport
{
    private readonly Channel<byte[]> _incoming;
    private readonly Channel<byte[]> _outgoing;
    private InMemoryTransport? _peer;

    private InMemoryTransport(Channel<byte[]> incoming, Channel<byte[]> outgoing)
    {
        _incoming = incoming;
        _outgoing = outgoing;
    }

    public TransportClose? PeerClose { get; private set; }

    /// <summary>Creates two connected ends.</summary>
    public static (InMemoryTransport One, InMemoryTransport Other) CreatePair()
    {
        var forth = Channel.CreateUnbounded<byte[]>();
        var back = Channel.CreateUnbounded<byte[]>();
        var one = new InMemoryTransport(back, forth);
        var other = new InMemoryTransport(forth, back);
        one._peer = other;
        other._peer = one;
        return (one, other);
    }

    public async ValueTask<bool> ReceiveAsync(FrameBuffer buffer, int maxBytes, CancellationToken cancel)
    {
        buffer.Reset();
        try
        {
            var frame = await _incoming.Reader.ReadAsync(cancel).ConfigureAwait(false);
            if (frame.Length > maxBytes)
            {
                throw ProtocolErrors.FrameTooLarge(maxBytes);
            }

            while (buffer.Length < frame.Length)
            {
                var part = Math.Min(buffer.Free.Length, frame.Length - buffer.Length);
                frame.AsSpan(buffer.Length, part).CopyTo(buffer.Free.Span);
                buffer.Advance(part);
            }

            return true;
        }
        catch (Exception error) when (error is ChannelClosedException or OperationCanceledException)
        {
            PeerClose ??= TransportClose.Lost;
            return false;
        }
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel) =>
        _outgoing.Writer.TryWrite(frame.ToArray()) ? default : throw new IOException("The socket is lost.");

    public ValueTask CloseAsync(SocketCloseCode code, string reason, CancellationToken cancel)
    {
        if (_peer is { } peer)
        {
            peer.PeerClose ??= new TransportClose((int)code, reason);
        }

        _outgoing.Writer.TryComplete();
        return default;
    }

    public void Abort()
    {
        _outgoing.Writer.TryComplete();
        _incoming.Writer.TryComplete();
    }

    public ValueTask DisposeAsync()
    {
        Abort();
        return default;
    }
}
