namespace TypedSockets.Testing.Tests.Faults;

/// <summary>How a TCP stream ended.</summary>
public enum StreamEnd
{
    Finished,
    Reset,
}
