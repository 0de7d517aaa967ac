namespace TypedSockets;

/// <summary>Why a client asks for an access token.</summary>
public enum TokenReason
{
    /// <summary>It dials.</summary>
    Dial,

    /// <summary>The server has refused the last token, or said that it has expired: the same one again would stop the client.</summary>
    Rejected,

    /// <summary><see cref="TypedSocketClient.RefreshTokenAsync"/> was called.</summary>
    Refresh,
}
