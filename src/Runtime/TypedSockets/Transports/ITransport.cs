namespace TypedSockets.Transports;

/// <summary>Moves opaque frames over one socket. One reader and one writer at a time; closing and aborting may come from anywhere.</summary>
internal interface ITransport : IAsyncDisposable
{
    /// <summary>Why the peer closed, once <see cref="ReceiveAsync"/> has said that it did.</summary>
    TransportClose? PeerClose { get; }

    /// <summary>Reads the next frame.</summary>
    /// <param name="buffer">Gets the frame; emptied first.</param>
    /// <param name="maxBytes">The largest frame to read.</param>
    /// <param name="cancel">Ends the wait, and with it the transport.</param>
    /// <returns>False when the peer has closed, or the socket is lost.</returns>
    /// <exception cref="Protocol.ProtocolException">The frame is too large, or not binary.</exception>
    ValueTask<bool> ReceiveAsync(FrameBuffer buffer, int maxBytes, CancellationToken cancel);

    /// <summary>Writes a frame.</summary>
    /// <param name="frame">The frame; may be reused once the task has completed.</param>
    /// <param name="cancel">Ends the wait, and with it the transport.</param>
    /// <exception cref="IOException">The socket is lost.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel);

    /// <summary>Tells the peer why, and closes. Never throws.</summary>
    /// <param name="code">The close code.</param>
    /// <param name="reason">Cut to 120 bytes of UTF-8 if it is longer.</param>
    /// <param name="cancel">Gives up waiting.</param>
    ValueTask CloseAsync(SocketCloseCode code, string reason, CancellationToken cancel);

    /// <summary>Ends the socket at once, without a word. Never throws.</summary>
    void Abort();
}
