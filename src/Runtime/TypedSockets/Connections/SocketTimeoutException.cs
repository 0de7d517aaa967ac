namespace TypedSockets;

/// <summary>A call was not answered in time. Its remote handler is cancelled; whether it has had an effect is not known.</summary>
public sealed class SocketTimeoutException : TypedSocketException
{
    internal SocketTimeoutException(string message)
        : base(message)
    {
    }
}
