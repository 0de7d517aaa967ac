namespace TypedSockets.Protocol;

/// <summary>What a message is: the low five bits of its head (docs/protocol/frames.md).</summary>
internal enum MessageKind : byte
{
    Hello = 0,
    Welcome = 1,
    ChannelOpen = 2,
    ChannelReady = 3,
    Emit = 5,
    Invoke = 6,
    Result = 7,
    Error = 8,
    StreamItem = 9,
    Credit = 10,
    Complete = 11,
    Cancel = 12,
    Ack = 13,
    Ping = 14,
    Pong = 15,
    Gap = 16,
    Drain = 20,
    Auth = 21,
    Close = 22,
    Taken = 23,
    Extension = 31,
}
