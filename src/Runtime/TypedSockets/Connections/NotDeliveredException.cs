namespace TypedSockets;

/// <summary>The session ended before a message was sent: its handler surely never ran, so it is safe to send it again.</summary>
public sealed class NotDeliveredException : TypedSocketException
{
    internal NotDeliveredException(string message)
        : base(message)
    {
    }
}
