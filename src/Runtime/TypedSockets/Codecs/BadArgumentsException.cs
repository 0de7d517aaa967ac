namespace TypedSockets.Codecs;

/// <summary>The arguments of a message could not be read: tells a dispatcher's own failure from its handler's.</summary>
internal sealed class BadArgumentsException(PayloadException cause)
    : TypedSocketException(cause.Message, cause)
{
    public PayloadException Cause { get; } = cause;
}
