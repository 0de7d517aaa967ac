using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Connections;

/// <summary>
/// The only writer of a socket. It writes at once when it is idle; what comes while a write is under way goes together into the next frame.
/// </summary>
internal sealed class SendPump(ITransport transport, FrameAssembler frames)
{
    private readonly AsyncSignal _signal = new();
    private long _written;
    private volatile bool _writing;
    private volatile bool _stopping;

    /// <summary>How many frames were written; with <see cref="IsWriting"/> it tells the heartbeat whether a write is stuck.</summary>
    public long Written => Volatile.Read(ref _written);

    public bool IsWriting => _writing;

    /// <summary>Lets the pump look for something to send. Thread-safe, cheap, never blocks.</summary>
    public void Wake() => _signal.Set();

    /// <summary>Ends the pump after the frame that it is writing.</summary>
    public void Stop()
    {
        _stopping = true;
        _signal.Set();
    }

    /// <summary>Runs until it is stopped or the socket is lost.</summary>
    /// <exception cref="IOException">The socket is lost.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var writer = new FrameWriter();
        while (!_stopping)
        {
            var frame = frames.Next(writer);
            if (frame.IsEmpty)
            {
                // An idle connection holds no buffer.
                writer.Dispose();
                await _signal.WaitAsync().ConfigureAwait(false);
                continue;
            }

            _writing = true;
            await transport.SendAsync(frame, cancel).ConfigureAwait(false);
            Volatile.Write(ref _written, _written + 1);
            _writing = false;
        }
    }
}
