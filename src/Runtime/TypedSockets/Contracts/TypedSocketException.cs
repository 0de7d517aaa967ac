namespace TypedSockets;

/// <summary>The base of every exception that TypedSockets throws on its own account.</summary>
public abstract class TypedSocketException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed, why, and what to do.</param>
    /// <param name="inner">The cause, if another exception told it.</param>
    protected TypedSocketException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
