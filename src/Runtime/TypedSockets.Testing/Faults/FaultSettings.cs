namespace TypedSockets.Testing.Faults;

/// <summary>What is done to the bytes of one direction, in all connections.</summary>
internal sealed record FaultSettings
{
    // A throttled stream moves in steps of a twentieth of a second: smooth enough for its reader, and no timer per byte.
    private const int StepsPerSecond = 20;

    public static FaultSettings None { get; } = new();

    public bool IsStalled { get; init; }

    /// <summary>Whether new connections are silent in this direction.</summary>
    public bool IsBlackholed { get; init; }

    public bool IsByteByByte { get; init; }

    public int? BytesPerSecond { get; init; }

    public TimeSpan Delay { get; init; }

    public PlannedCut? Cut { get; init; }

    /// <summary>How many bytes are forwarded in one write, at most.</summary>
    public int LargestPiece => IsByteByByte ? 1 : Math.Max(1, (BytesPerSecond ?? int.MaxValue) / StepsPerSecond);
}
