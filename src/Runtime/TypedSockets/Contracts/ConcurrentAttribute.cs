namespace TypedSockets;

/// <summary>
/// Lets the handler of this contract method run beside others of its channel. It still starts in order; the next message does not
/// wait until it has finished. Without it, the handlers of one channel run one at a time.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ConcurrentAttribute : Attribute;
