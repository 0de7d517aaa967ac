namespace TypedSockets.Connections;

/// <summary>Why a socket ended.</summary>
/// <param name="Code">The close code: one of <see cref="SocketCloseCode"/>, another WebSocket code, or 1006 if the line was lost.</param>
/// <param name="Reason">The closing end's text.</param>
/// <param name="ByPeer">Whether the other end closed, or the line was lost; otherwise this end did.</param>
/// <param name="Left">Whether the other end said that it leaves.</param>
/// <param name="Fault">What went wrong at this end, if it was a defect of ours.</param>
internal sealed record ConnectionEnd(int Code, string Reason, bool ByPeer, bool Left = false, Exception? Fault = null)
{
    // RFC 6455, 7.4.1.
    private const int InternalError = 1011;

    public static ConnectionEnd ByUs(SocketCloseCode code, string reason) => new((int)code, reason, ByPeer: false);

    public static ConnectionEnd Faulted(Exception fault) => new(InternalError, "an internal error", ByPeer: false, Fault: fault);

    public override string ToString() => $"{Code} ({Reason})";
}
