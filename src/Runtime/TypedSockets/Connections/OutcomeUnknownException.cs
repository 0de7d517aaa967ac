namespace TypedSockets;

/// <summary>The session ended after a call was sent and before it was answered: whether its handler ran is not known.</summary>
public sealed class OutcomeUnknownException : TypedSocketException
{
    internal OutcomeUnknownException(string message)
        : base(message)
    {
    }
}
