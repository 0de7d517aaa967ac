namespace TypedSockets.Protocol;

/// <summary>One message within a frame.</summary>
internal readonly ref struct FrameMessage(byte head, ReadOnlySpan<byte> body)
{
    public MessageKind Kind => (MessageKind)(head & FrameFlags.MessageKindMask);

    public bool IsNumbered => (head & FrameFlags.MessageUnnumbered) == 0;

    /// <summary>Whether a MessagePack map of headers stands before the arguments.</summary>
    public bool HasHeaders => (head & FrameFlags.MessageHasHeaders) != 0;

    /// <summary>Whether a receiver that does not know the kind must close instead of skipping it.</summary>
    public bool MustUnderstand => (head & FrameFlags.MessageMustUnderstand) != 0;

    public ReadOnlySpan<byte> Body { get; } = body;
}
