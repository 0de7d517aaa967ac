namespace TypedSockets.Testing;

/// <summary>How a <see cref="FaultProxy"/> ends a TCP connection.</summary>
public enum CutKind
{
    /// <summary>With RST, as when a middlebox drops the connection or a machine has restarted. Bytes that a receiver has not read yet may be lost.</summary>
    Reset,

    /// <summary>With FIN, as when a process ends: each end reads what was forwarded, then the end of the stream.</summary>
    Close,
}
