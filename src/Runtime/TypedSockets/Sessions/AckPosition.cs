namespace TypedSockets.Sessions;

/// <summary>Restores an acknowledgement's full number from its low 16 bits.</summary>
internal static class AckPosition
{
    /// <summary>
    /// At most 32,767 messages are unacknowledged, so the distance from the last acknowledgement is unambiguous; one from the past
    /// comes out at or below <paramref name="acked"/> and changes nothing.
    /// </summary>
    public static long Expand(ushort ack, long acked) => acked + (short)(ushort)(ack - (ushort)acked);
}
