namespace TypedSockets.Connections;

/// <summary>Why a socket ended.</summary>
/// <param name="Code">The close code: one of <see cref="SocketCloseCode"/>, another WebSocket code, or 1006 if the line was lost.</param>
/// <param name="Reason">The closing end's text.</param>
/// <param name="ByPeer">Whether the other end closed, or the line was lost; otherwise this end did.</param>
/// <param name="Left">Whether the other end said that it leaves.</param>
internal sealed record ConnectionEnd(int Code, string Reason, bool ByPeer, bool Left = false)
{
    public static ConnectionEnd ByUs(SocketCloseCode code, string reason) => new((int)code, reason, ByPeer: false);

    public override string ToString() => $"{Code} ({Reason})";
}
