namespace TypedSockets;

/// <summary>What becomes of a message for which the outbox has no room.</summary>
public enum WhenFull
{
    /// <summary>It fails with <see cref="BufferFullException"/>. What <c>void</c> emits do.</summary>
    Fail,

    /// <summary>It waits for room. What calls and <see cref="OneWayAttribute"/> emits do; a <c>void</c> emit cannot wait.</summary>
    Wait,
}
