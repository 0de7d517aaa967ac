namespace TypedSockets;

/// <summary>
/// Says how long a call may take before it fails with <see cref="SocketTimeoutException"/>, instead of what the caller's options say for all calls. What a caller sets for
/// a single call (<see cref="EmitOptions.Timeout"/>) comes first.
/// </summary>
/// <remarks>It is the caller's matter alone: it is no part of the contract's fingerprint. The handler is cancelled when the time is over.</remarks>
/// <param name="milliseconds">The time, in milliseconds, 1 or more.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class TimeoutAttribute(int milliseconds) : Attribute
{
    /// <summary>The time, in milliseconds.</summary>
    public int Milliseconds { get; } = milliseconds;
}
