using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>What a seed makes of a run: how much there is room for, how much goes wrong, what is sent.</summary>
internal sealed class SimSettings(SeededRandom random)
{
    public int Steps { get; } = 60 + random.Below(200);

    /// <summary>In percent of the steps.</summary>
    public int Faults { get; } = random.Pick(0, 2, 5, 10, 20);

    /// <summary>In percent of the faults.</summary>
    public int Disasters { get; } = random.Pick(0, 10, 30);

    public int Work { get; } = random.Pick(10, 20, 35);

    /// <summary>In percent of what is sent.</summary>
    public int Calls { get; } = random.Pick(0, 15, 40);

    public int LateHandlers { get; } = random.Pick(0, 20, 60);

    public int MaxBodyBytes { get; } = random.Pick(8, 40, 200, 1200);

    public int InitialHubs { get; } = 1 + random.Below(2);

    /// <summary>Whether hubs may be asked for later.</summary>
    public bool HasLateHubs { get; } = random.Chance(40);

    /// <summary>How many frames the line takes before the sender has to wait.</summary>
    public int LineCapacity { get; } = random.Pick(1, 3, 6, 16);

    /// <summary>How often, in percent, the line comes last of all that could go on.</summary>
    public int Lag { get; } = random.Pick(0, 60, 90);

    public ProtocolLimits ClientLimits { get; } = Limits(ProtocolLimits.Client, random);

    public ProtocolLimits ServerLimits { get; } = Limits(ProtocolLimits.Server, random);

    public OutboxLimits ClientOutbox { get; } = Outbox(random);

    public OutboxLimits ServerOutbox { get; } = Outbox(random);

    public long DetachedBytes { get; } = random.Pick(0L, 600L, 4000L, 1_000_000L);

    public ResumeLimits Resume { get; } = new(
        TimeSpan.FromSeconds(random.Pick(2, 10, 120)),
        random.Pick(1_000_000L, 1_000_000L, ResumeLimits.BaseBytes + 300L),
        PerUser: 100,
        PerAddress: 100);

    /// <summary>Whether emits are all that the server sends, so that what is missing can be counted exactly.</summary>
    public bool IsPlain => Calls == 0 && !HasLateHubs;

    private static ProtocolLimits Limits(ProtocolLimits limits, SeededRandom random) => limits with
    {
        WindowMessages = random.Pick(2, 4, 10, 64, 8192),
        WindowBytes = random.Pick(64, 600, 1024 * 1024),
        MaxPendingCalls = random.Pick(1, 3, 256),
        MaxFrameBytes = random.Pick(1024, limits.MaxFrameBytes, limits.MaxFrameBytes),
    };

    private static OutboxLimits Outbox(SeededRandom random) => new(random.Pick(6, 12, 40, 8192), random.Pick(6000L, 12_000L, 1_000_000L));
}
