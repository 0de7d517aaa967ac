namespace TypedSockets.AspNetCore.WebSockets;

/// <summary>What was found in the bytes received.</summary>
internal enum WebSocketPart
{
    /// <summary>Nothing whole: more bytes are needed.</summary>
    None,

    /// <summary>A message, which lies in the frame buffer.</summary>
    Message,

    /// <summary>A ping, which wants to be answered.</summary>
    Ping,

    /// <summary>The client's last frame.</summary>
    Close,
}
