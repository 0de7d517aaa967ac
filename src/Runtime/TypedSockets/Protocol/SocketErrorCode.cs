namespace TypedSockets;

/// <summary>Why a call failed (docs/protocol/codes.md). Codes from 100 belong to the application.</summary>
public enum SocketErrorCode
{
    /// <summary>The handler threw.</summary>
    HandlerFailed = 1,

    /// <summary>The hub has no such method.</summary>
    UnknownMethod = 2,

    /// <summary>The arguments could not be read.</summary>
    BadArguments = 3,

    /// <summary>The caller is not authenticated.</summary>
    Unauthorized = 4,

    /// <summary>The caller may not do this.</summary>
    Forbidden = 5,

    /// <summary>The call took too long.</summary>
    Timeout = 6,

    /// <summary>The call was cancelled.</summary>
    Cancelled = 7,

    /// <summary>The other end has no room now.</summary>
    Busy = 8,

    /// <summary>The message is over the limit.</summary>
    TooLarge = 9,

    /// <summary>The message was surely never sent.</summary>
    NotDelivered = 10,

    /// <summary>The message was sent, and nobody knows whether it was handled.</summary>
    OutcomeUnknown = 11,

    /// <summary>The client that was asked is gone.</summary>
    TargetGone = 12,

    /// <summary>Messages were lost before this one.</summary>
    Gap = 13,

    /// <summary>Nothing handles the call at the other end.</summary>
    NoHandler = 14,
}
