namespace TypedSockets;

/// <summary>
/// Makes an emit worth sending only at once: it is sent if nothing is queued ahead of it, and dropped and counted otherwise. For what the
/// next message makes obsolete: typing notices, cursors, positions.
/// </summary>
/// <remarks>
/// <para>
/// A volatile emit never waits for room, never fails for want of it, and never overtakes a message that was sent before it. It is dropped
/// while the connection is slow or broken, and it is not replayed after a reconnect. A receiver whose handlers fall behind may drop it, too.
/// Neither end is told of a single loss, so send nothing this way that must arrive: send a state whole and not as a change of the last one.
/// </para>
/// <para>
/// It stands on a <c>void</c> method or beside <see cref="OneWayAttribute"/>, in the server's and in the client's interface. A call cannot be
/// volatile, because its caller waits for an answer; the build says so (TSKT1022). Whether a member is volatile is the sender's matter alone: it
/// is no part of the contract's fingerprint, so one end may be built with the attribute and the other without.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class VolatileAttribute : Attribute;
