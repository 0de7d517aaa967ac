namespace TypedSockets;

/// <summary>What a client's connection is doing. A case each; match on the type.</summary>
public abstract record SocketState
{
    private SocketState()
    {
    }

    /// <summary>Nothing has been dialled yet.</summary>
    public sealed record Idle : SocketState;

    /// <summary>The client is dialling, or shaking hands.</summary>
    public sealed record Connecting : SocketState;

    /// <summary>Messages flow.</summary>
    /// <param name="ConnectionId">The connection's id on the server, as it stands in the server's log.</param>
    public sealed record Open(string ConnectionId) : SocketState;

    /// <summary>
    /// The line is lost, and the client dials again: what is emitted meanwhile waits, and so does what was under way. Raised again for every attempt.
    /// </summary>
    /// <param name="Attempt">Which dial comes next, from 1.</param>
    /// <param name="Delay">After how long.</param>
    public sealed record Reconnecting(int Attempt, TimeSpan Delay) : SocketState;

    /// <summary>The client has ended; nothing can be sent any more.</summary>
    /// <param name="Code">The WebSocket close code (<see cref="SocketCloseCode"/>); 1006 if the line was lost.</param>
    /// <param name="Reason">The closing end's text, or why the client gave up.</param>
    public sealed record Closed(int Code, string Reason) : SocketState;
}
