namespace TypedSockets;

/// <summary>Which way the messages went that a <see cref="Gap"/> is about.</summary>
public enum GapDirection
{
    /// <summary>From the client to the server.</summary>
    ToServer,

    /// <summary>From the server to the client.</summary>
    FromServer,
}
