namespace TypedSockets;

/// <summary>What becomes of a message for which the outbox has no room.</summary>
public enum WhenFull
{
    /// <summary>It fails with <see cref="BufferFullException"/>. What <c>void</c> emits do.</summary>
    Fail,

    /// <summary>It waits for room. What calls and <see cref="OneWayAttribute"/> emits do; a <c>void</c> emit cannot wait.</summary>
    Wait,

    /// <summary>The emit itself is dropped, and the client's <c>Dropped</c> event is raised. A call waits.</summary>
    DropNewest,

    /// <summary>
    /// The oldest emits of the same event that were never sent are dropped to make room, and the client's <c>Dropped</c> event is raised. If
    /// there are none, the emit itself is dropped. A call waits.
    /// </summary>
    DropOldest,
}
