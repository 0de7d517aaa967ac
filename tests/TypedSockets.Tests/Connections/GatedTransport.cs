using TypedSockets.Protocol;
using TypedSockets.Tests.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Tests.Connections;

/// <summary>A transport whose writes a test lets through one by one.</summary>
internal sealed class GatedTransport(ITransport inner) : ITransport
{
    private readonly System.Threading.Channels.Channel<WireFrame> _writing = System.Threading.Channels.Channel.CreateUnbounded<WireFrame>();
    private readonly System.Threading.Channels.Channel<bool> _passes = System.Threading.Channels.Channel.CreateUnbounded<bool>();

    public TransportClose? PeerClose => inner.PeerClose;

    public bool Aborted { get; private set; }

    /// <summary>The next frame that is being written; it stays so until <see cref="Pass"/>.</summary>
    public Task<WireFrame> WritingAsync() => _writing.Reader.ReadAsync().AsTask().WaitAsync(TestPeer.Patience);

    public void Pass() => _passes.Writer.TryWrite(true);

    public ValueTask<bool> ReceiveAsync(FrameBuffer buffer, int maxBytes, CancellationToken cancel) => inner.ReceiveAsync(buffer, maxBytes, cancel);

    public async ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel)
    {
        _writing.Writer.TryWrite(WireFrame.Parse(frame.Span));
        if (!await _passes.Reader.WaitToReadAsync(cancel) || !_passes.Reader.TryRead(out _))
        {
            throw new IOException("The socket is lost.");
        }

        await inner.SendAsync(frame, cancel);
    }

    public ValueTask CloseAsync(SocketCloseCode code, string reason, CancellationToken cancel) => inner.CloseAsync(code, reason, cancel);

    public void Abort()
    {
        Aborted = true;
        _passes.Writer.TryComplete();
        inner.Abort();
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
