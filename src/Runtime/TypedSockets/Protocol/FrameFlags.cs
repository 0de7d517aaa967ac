namespace TypedSockets.Protocol;

/// <summary>The bits of a frame's first byte and of a message's head (docs/protocol/frames.md).</summary>
internal static class FrameFlags
{
    public const byte HasSequence = 0b0000_0001;
    public const byte HasAck = 0b0000_0010;
    public const byte Reserved = 0b0011_1100;
    public const byte VersionMask = 0b1100_0000;
    public const byte Version1 = 0b0100_0000;

    public const byte MessageKindMask = 0b0001_1111;
    public const byte MessageUnnumbered = 0b0010_0000;
    public const byte MessageHasHeaders = 0b0100_0000;
    public const byte MessageMustUnderstand = 0b1000_0000;
}
