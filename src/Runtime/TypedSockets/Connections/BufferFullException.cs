namespace TypedSockets;

/// <summary>The outbox has no room for a message: more is emitted than the connection carries away. The message was not taken.</summary>
public sealed class BufferFullException : TypedSocketException
{
    internal BufferFullException(string message)
        : base(message)
    {
    }
}
