namespace TypedSockets.Testing;

/// <summary>One of the two ways through a <see cref="FaultProxy"/>.</summary>
public enum FaultDirection
{
    /// <summary>What the client sends.</summary>
    ToServer,

    /// <summary>What the server sends.</summary>
    ToClient,
}
