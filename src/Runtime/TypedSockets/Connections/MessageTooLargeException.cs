namespace TypedSockets;

/// <summary>A message is larger than the other end reads. It was not taken.</summary>
public sealed class MessageTooLargeException : TypedSocketException
{
    internal MessageTooLargeException(string message)
        : base(message)
    {
    }
}
