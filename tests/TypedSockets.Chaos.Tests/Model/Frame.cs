namespace TypedSockets.Chaos.Tests.Model;

/// <summary>A frame on its way, with one message at most: several in one frame would only be fewer interleavings.</summary>
/// <param name="Bits">From the lowest: kind, two values, the received position, three bits each, and the flag of a Hello.</param>
internal readonly record struct Frame(ushort Bits)
{
    private const int Mask = 7;

    private Frame(FrameKind kind, int first, int second, int received, bool flag)
        : this((ushort)((int)kind | (Fit(first) << 3) | (Fit(second) << 6) | (Fit(received) << 9) | (flag ? 1 << 12 : 0)))
    {
    }

    public FrameKind Kind => (FrameKind)(Bits & Mask);

    /// <summary>What the sender says it has received, which every kind of frame tells.</summary>
    public int Received => (Bits >> 9) & Mask;

    /// <summary>The session that a Hello asks for.</summary>
    public int SessionId => First;

    public int Attempt => Second;

    /// <summary>Whether the client of a Hello has seen no Welcome of this session yet.</summary>
    public bool Creates => (Bits & (1 << 12)) != 0;

    public Outcome Outcome => (Outcome)First;

    public int Number => First;

    public int Emit => Second;

    private int First => (Bits >> 3) & Mask;

    private int Second => (Bits >> 6) & Mask;

    public static Frame Hello(ClientState client) => new(FrameKind.Hello, client.SessionId, client.Attempt, client.End.Received, client.Creates);

    public static Frame Welcome(Outcome outcome, int received) => new(FrameKind.Welcome, (int)outcome, 0, received, false);

    public static Frame Data(int number, int emit, int received) => new(FrameKind.Data, number, emit, received, false);

    public static Frame Ack(int received) => new(FrameKind.Ack, 0, 0, received, false);

    private static int Fit(int value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Bounds.Largest);
        return value;
    }
}
