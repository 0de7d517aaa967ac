using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.AspNetCore.WebSockets;

/// <summary>
/// The server's end of a WebSocket (RFC 6455) directly on the connection's pipes: what System.Net.WebSockets does on top costs as much again
/// (docs/performance.md).
/// </summary>
/// <param name="pipe">The upgraded connection.</param>
/// <param name="abort">Ends the connection at once.</param>
internal sealed class PipeTransport(IDuplexPipe pipe, Action abort) : ITransport
{
    private readonly PipeReader _input = pipe.Input;
    private readonly PipeWriter _output = pipe.Output;
    private readonly WebSocketReader _reader = new();
    private readonly SemaphoreSlim _writing = new(1);

    // After the end of the request the pipes may belong to somebody else: nothing is written once this was held and closed.
    private readonly Lock _gate = new();
    private ReadOnlySequence<byte> _unread;
    private bool _isReading;
    private bool _isAtEnd;
    private bool _isClosed;
    private byte[]? _pong;
    private Task? _close;

    public TransportClose? PeerClose { get; private set; }

    public ValueTask<bool> ReceiveAsync(FrameBuffer buffer, int maxBytes, CancellationToken cancel)
    {
        buffer.Reset();
        return TryTake(buffer, maxBytes) ? new ValueTask<bool>(true) : ReceiveMoreAsync(buffer, maxBytes, cancel);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel)
    {
        try
        {
            await WriteAsync(WebSocketOpcode.Binary, frame, cancel).ConfigureAwait(false);
        }
        catch (Exception error) when (IsLoss(error))
        {
            throw new IOException("The socket is lost.", error);
        }
    }

    public async ValueTask CloseAsync(SocketCloseCode code, string reason, CancellationToken cancel)
    {
        Task close;
        lock (_gate)
        {
            close = _close ??= WriteCloseAsync(code, reason, cancel);
        }

        await close.ConfigureAwait(false);
    }

    public void Abort()
    {
        lock (_gate)
        {
            _isClosed = true;
        }

        abort();
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
        }

        if (_isReading)
        {
            _isReading = false;
            _input.AdvanceTo(_unread.Start);
        }

        return default;
    }

    private static bool IsLoss(Exception error) => error is IOException or ObjectDisposedException or OperationCanceledException;

    // True if the buffer holds a message.
    private bool TryTake(FrameBuffer buffer, int maxBytes)
    {
        while (PeerClose is null && !_reader.IsBroken)
        {
            switch (_reader.Read(ref _unread, buffer, maxBytes))
            {
                case WebSocketPart.Message:
                    return true;
                case WebSocketPart.Ping:
                    Answer(_reader.Ping);
                    break;
                case WebSocketPart.Close:
                    PeerClose = _reader.Close;
                    break;
                default:
                    return false;
            }
        }

        _unread = _unread.Slice(_unread.End);
        return false;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReceiveMoreAsync(FrameBuffer buffer, int maxBytes, CancellationToken cancel)
    {
        try
        {
            do
            {
                if (_isAtEnd)
                {
                    PeerClose ??= TransportClose.Lost;
                }

                if (PeerClose is not null)
                {
                    return false;
                }

                // The host cancels a read when it begins to shut down; that is told by the drain, not here.
                GiveBackRead(buffer);
                var result = await _input.ReadAsync(cancel).ConfigureAwait(false);
                _unread = result.Buffer;
                _isReading = true;
                _isAtEnd = result.IsCompleted;
            }
            while (!TryTake(buffer, maxBytes));

            return true;
        }
        catch (Exception error) when (IsLoss(error))
        {
            PeerClose ??= TransportClose.Lost;
            return false;
        }
    }

    private void GiveBackRead(FrameBuffer buffer)
    {
        if (_isReading)
        {
            _isReading = false;
            _input.AdvanceTo(_unread.Start, _unread.End);
        }

        if (buffer.Length == 0)
        {
            // An idle connection holds no buffer.
            buffer.GiveBack();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WriteAsync(WebSocketOpcode opcode, ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            Write(opcode, opcode == WebSocketOpcode.Pong ? Interlocked.Exchange(ref _pong, null) : payload.Span);
            var result = await _output.FlushAsync(cancel).ConfigureAwait(false);
            if (result.IsCompleted || result.IsCanceled)
            {
                throw new IOException("The socket is lost.");
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    private void Write(WebSocketOpcode opcode, ReadOnlySpan<byte> payload)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                throw new IOException("The socket is closed.");
            }

            _isClosed = opcode == WebSocketOpcode.Close;
            _output.Advance(WebSocketFrameHeader.Write(_output.GetSpan(WebSocketFrameHeader.MaxSize), opcode, payload.Length));
            _output.Write(payload);
        }
    }

    // RFC 6455, 5.5.3: of several pings only the last one needs an answer. So one write waits for its turn at most, and the receive loop never does.
    private void Answer(byte[] ping)
    {
        if (Interlocked.Exchange(ref _pong, ping) is null)
        {
            _ = WritePongAsync();
        }
    }

    private async Task WritePongAsync()
    {
        try
        {
            await WriteAsync(WebSocketOpcode.Pong, default, default).ConfigureAwait(false);
        }
        catch (Exception error) when (IsLoss(error))
        {
            // The receive loop sees the loss too.
        }
    }

    private async Task WriteCloseAsync(SocketCloseCode code, string reason, CancellationToken cancel)
    {
        try
        {
            var text = ShortText.Cut(reason, ShortText.MaxCloseReasonBytes);
            var payload = new byte[sizeof(ushort) + Encoding.UTF8.GetByteCount(text)];
            BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
            Encoding.UTF8.GetBytes(text, payload.AsSpan(sizeof(ushort)));
            await WriteAsync(WebSocketOpcode.Close, payload, cancel).ConfigureAwait(false);
        }
        catch (Exception error) when (IsLoss(error))
        {
            // The peer is gone already: there is nobody left to tell.
            Abort();
        }
    }
}
