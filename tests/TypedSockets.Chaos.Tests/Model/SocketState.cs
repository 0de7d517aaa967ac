namespace TypedSockets.Chaos.Tests.Model;

/// <summary>A socket and what is under way on it.</summary>
/// <param name="ToServer">The frames that the server has not read.</param>
/// <param name="ToClient">The frames that the client has not read.</param>
/// <param name="IsCut">Whether nothing passes any more.</param>
/// <param name="SessionId">The session that the server bound it to, or 0. It is bound at a Hello and stays so.</param>
/// <param name="IsServed">Whether the server still has it, cut or not.</param>
internal readonly record struct SocketState(FrameQueue ToServer, FrameQueue ToClient, bool IsCut, int SessionId, bool IsServed)
{
    /// <summary>A cut loses what is under way. An earlier delivery is another interleaving.</summary>
    public SocketState Cut() => this with { ToServer = default, ToClient = default, IsCut = true };

    public SocketState CloseByServer() => Cut() with { IsServed = false };

    public SocketState WithFrameToServer(Frame frame) => this with { ToServer = ToServer.Add(frame) };

    public SocketState WithFrameToClient(Frame frame) => this with { ToClient = ToClient.Add(frame) };
}
