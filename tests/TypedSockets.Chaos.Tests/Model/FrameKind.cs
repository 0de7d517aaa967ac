namespace TypedSockets.Chaos.Tests.Model;

/// <summary>What a frame says. Zero is no frame, which marks the end of a queue.</summary>
internal enum FrameKind
{
    None,
    Hello,
    Welcome,
    Data,
    Ack,
}
