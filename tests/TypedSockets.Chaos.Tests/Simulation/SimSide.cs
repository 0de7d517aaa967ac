using TypedSockets.Codecs;
using TypedSockets.Hubs;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>One side of the contracts that are simulated: the same members on both sides of each.</summary>
internal sealed class SimSide(params HubMethod[] methods) : ContractSide<ISimHub>(methods)
{
    public const int Hubs = 3;

    public static HubMethod Post { get; } = new("ISim", "Post", 0, HubMethodKind.Emit);

    /// <summary>What is sent with a key, so that newer ones replace older ones.</summary>
    public static HubMethod Latest { get; } = new("ISim", "Latest", 1, HubMethodKind.Emit);

    /// <summary>What gives way, or expires.</summary>
    public static HubMethod Sample { get; } = new("ISim", "Sample", 2, HubMethodKind.Emit);

    public static HubMethod Typing { get; } = new("ISim", "Typing", 3, HubMethodKind.Emit, isVolatile: true);

    public static HubMethod Ask { get; } = new("ISim", "Ask", 4, HubMethodKind.Call);

    public static HubMethod AskBeside { get; } = new("ISim", "AskBeside", 5, HubMethodKind.Call, concurrent: true);

    public static HubContract[] Contracts { get; } = [.. Enumerable.Range(0, Hubs).Select(hub => Contract($"h{hub}"))];

    /// <summary>The place of a hub among <see cref="Contracts"/>, and its number on the wire.</summary>
    public static int IndexOf(string hub) => hub[1] - '0';

    public override ISimHub CreateProxy(MessageSender sender) => throw new NotSupportedException();

    public override ValueTask Dispatch(ISimHub target, int method, ref PayloadReader arguments, InboundCall call) => throw new NotSupportedException();

    public override ValueTask Raise(HandlerTable handlers, int method, ref PayloadReader arguments, InboundCall call) => throw new NotSupportedException();

    private static HubContract Contract(string name) => new(name, new string('0', 32), Side(), Side());

    private static SimSide Side() => new(Post, Latest, Sample, Typing, Ask, AskBeside);
}
