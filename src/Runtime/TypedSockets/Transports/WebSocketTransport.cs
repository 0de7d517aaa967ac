using System.Net.WebSockets;
using TypedSockets.Protocol;

namespace TypedSockets.Transports;

/// <summary>Frames as binary messages of a WebSocket, at either end.</summary>
internal sealed class WebSocketTransport(WebSocket socket) : ITransport
{
    private readonly Lock _closing = new();
    private Task? _close;

    public TransportClose? PeerClose { get; private set; }

    public async ValueTask<bool> ReceiveAsync(FrameBuffer buffer, int maxBytes, CancellationToken cancel)
    {
        try
        {
            // A read of no bytes waits without a buffer: an idle connection holds none.
            buffer.GiveBack();
            var result = await socket.ReceiveAsync(Memory<byte>.Empty, cancel).ConfigureAwait(false);
            while (true)
            {
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    PeerClose = new TransportClose((int?)socket.CloseStatus ?? 1005, socket.CloseStatusDescription ?? "");
                    return false;
                }

                Add(result, buffer, maxBytes);

                // Refused only when it is read: one that stays in the socket would be met again and again by who waits for the close.
                if (result.EndOfMessage)
                {
                    return result.MessageType == WebSocketMessageType.Binary ? true : throw ProtocolErrors.NotBinary();
                }

                result = await socket.ReceiveAsync(buffer.Free, cancel).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (IsLoss(error))
        {
            PeerClose ??= TransportClose.Lost;
            return false;
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel)
    {
        try
        {
            await socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, cancel).ConfigureAwait(false);
        }
        catch (Exception error) when (IsLoss(error))
        {
            throw new IOException("The socket is lost.", error);
        }
    }

    public async ValueTask CloseAsync(SocketCloseCode code, string reason, CancellationToken cancel)
    {
        Task close;
        lock (_closing)
        {
            close = _close ??= CloseOutputAsync(code, reason, cancel);
        }

        await close.ConfigureAwait(false);
    }

    public void Abort() => socket.Abort();

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return default;
    }

    // What System.Net.WebSockets throws when the line is gone, differs by how it went.
    private static bool IsLoss(Exception error) =>
        error is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException;

    private static void Add(ValueWebSocketReceiveResult part, FrameBuffer buffer, int maxBytes)
    {
        buffer.Advance(part.Count);
        if (buffer.Length > maxBytes)
        {
            throw ProtocolErrors.FrameTooLarge(maxBytes);
        }
    }

    private async Task CloseOutputAsync(SocketCloseCode code, string reason, CancellationToken cancel)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, ShortText.Cut(reason, ShortText.MaxCloseReasonBytes), cancel).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (IsLoss(error))
        {
            // The peer is gone already: there is nobody left to tell.
            socket.Abort();
        }
    }
}
