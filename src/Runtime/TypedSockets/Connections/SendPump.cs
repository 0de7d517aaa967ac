using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Connections;

/// <summary>
/// The only writer of a socket. It writes at once when it is idle; what comes while a write is under way goes together into the next frame.
/// </summary>
internal sealed class SendPump(ITransport transport, Peer peer)
{
    private readonly AsyncSignal _signal = new();
    private Action? _wake;
    private long _written;
    private volatile bool _writing;
    private volatile bool _stopping;
    private TaskCompletionSource? _idle;

    /// <summary>How many frames were written; with <see cref="IsWriting"/> it tells the heartbeat whether a write is stuck.</summary>
    public long Written => Volatile.Read(ref _written);

    public bool IsWriting => _writing;

    /// <summary>
    /// Lets the pump look for something to send; also what the session knows the pump by, so always the same object. Thread-safe, cheap, never blocks.
    /// </summary>
    public Action Wake => _wake ??= _signal.Set;

    /// <summary>Ends the pump after the frame that it is writing.</summary>
    public void Stop()
    {
        _stopping = true;
        _signal.Set();
    }

    /// <summary>Completes when the pump finds nothing more to send, or has ended.</summary>
    public Task WhenIdleAsync()
    {
        var idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        idle = Interlocked.CompareExchange(ref _idle, idle, null) ?? idle;
        _signal.Set();
        return idle.Task;
    }

    /// <summary>Runs until it is stopped or the socket is lost.</summary>
    /// <exception cref="IOException">The socket is lost.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var writer = new FrameWriter();
        try
        {
            while (!_stopping)
            {
                var frame = Next(writer);
                if (frame.IsEmpty)
                {
                    // An idle connection holds no buffer.
                    writer.Dispose();
                    Interlocked.Exchange(ref _idle, null)?.TrySetResult();
                    await _signal.WaitAsync().ConfigureAwait(false);
                    continue;
                }

                _writing = true;
                await transport.SendAsync(frame, cancel).ConfigureAwait(false);
                Volatile.Write(ref _written, _written + 1);
                _writing = false;
            }
        }
        finally
        {
            Interlocked.Exchange(ref _idle, null)?.TrySetResult();
        }
    }

    // Once the session has another socket, this one may number nothing any more: what it takes out now would never be written.
    private ReadOnlyMemory<byte> Next(FrameWriter writer)
    {
        ReadOnlyMemory<byte> frame;
        lock (peer.Gate)
        {
            frame = ReferenceEquals(peer.Wake, Wake) ? peer.Frames.Next(writer) : default;
        }

        peer.Emits.RaiseDrops();
        return frame;
    }
}
