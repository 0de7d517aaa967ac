namespace TypedSockets;

/// <summary>
/// Makes a contract method that returns <see cref="Task"/> or <see cref="ValueTask"/> an emit: nothing comes back.
/// The caller's task completes when the outbox has taken the message, and its handler may await.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OneWayAttribute : Attribute;
