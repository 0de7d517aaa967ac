namespace Load.Scenarios;

/// <summary>All rows of the table, in their order.</summary>
internal static class ScenarioList
{
    public const string Call = "sequential call, p50";
    public const string InFlight = "calls, 50 x 16 in flight";
    public const string Emit = "emits, one per frame";
    public const string EmitEight = "emits, eight per frame";
    public const string FanOut2 = "fan-out to 1,000, 2 outstanding";
    public const string FanOut32 = "fan-out to 1,000, 32 outstanding";
    public const string FanOutRate = "fan-out to 1,000 at 20/s, p99";
    public const string FanOut5000 = "fan-out to 5,000, 2 outstanding";
    public const string Idle = "idle connection (5,000)";
    public const string Idle10000 = "idle connection (10,000)";
    public const string PushSmall = "push of 16 B to one";
    public const string PushLarge = "push of 1 KiB to one";
    public const string EmitOne = "emits of one, eight per frame";
    public const string SlowReader = "one that stops reading";
    public const string Storm = "2,000 cut at once";

    private static readonly string[] OneWay = ["frames"];
    private static readonly string[] Node = ["socketio-msgpack", "socketio-json", "node-ws"];
    // For rows that take long and say the same of the others as a shorter one.
    private static readonly string[] AllButThree = ["frames", "signalr-json", "grpc", .. Node];
    private static readonly string[] OneFrameOnly = ["grpc", "socketio-msgpack", "socketio-json"];

    /// <summary>The rows that say most, for a quick look.</summary>
    public static IReadOnlyList<string> Main { get; } = [Call, InFlight, Emit, EmitEight, FanOut2, FanOut32];

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new CallScenario(Call, 1, 1) { Except = OneWay },
        new CallScenario(InFlight, 50, 16) { Except = OneWay },
        new EmitScenario(Emit, 1, 20),
        new EmitScenario(EmitEight, 8, 20) { Except = OneFrameOnly },
        new FanOutScenario(FanOut2, "µs", 1_000, 2) { Except = OneWay },
        new FanOutScenario(FanOut32, "µs", 1_000, 32) { Except = OneWay },
        new FanOutScenario(FanOutRate, "ms", 1_000, 0, PerSecond: 20) { Except = OneWay },
        new FanOutScenario(FanOut5000, "µs", 5_000, 2) { Except = AllButThree },
        new EmitScenario(EmitOne, 8, 1) { Except = OneFrameOnly },
        new PushScenario(PushSmall, 16) { Except = Node },
        new PushScenario(PushLarge, 1024) { Except = Node },
        new IdleScenario(Idle, 5_000) { Except = OneWay },
        new IdleScenario(Idle10000, 10_000) { Except = AllButThree },
        new SlowReaderScenario(SlowReader) { Except = ["frames", "signalr-json", .. Node] },
        new StormScenario(Storm, 2_000) { Except = OneWay },
    ];
}
