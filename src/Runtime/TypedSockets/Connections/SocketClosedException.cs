namespace TypedSockets;

/// <summary>The session has ended, so nothing can be sent any more.</summary>
public sealed class SocketClosedException : TypedSocketException
{
    internal SocketClosedException(string message)
        : base(message)
    {
    }
}
