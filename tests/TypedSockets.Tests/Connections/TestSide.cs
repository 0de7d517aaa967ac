using TypedSockets.Codecs;
using TypedSockets.Hubs;

namespace TypedSockets.Tests.Connections;

/// <summary>One side of a contract, made by hand.</summary>
internal sealed class TestSide(params HubMethod[] methods) : ContractSide<ITestHub>(methods)
{
    public static HubMethod Say { get; } = new("ITest", "Say", 0, HubMethodKind.Emit);

    public static HubMethod Ask { get; } = new("ITest", "Ask", 1, HubMethodKind.Call);

    public static HubMethod Shout { get; } = new("ITest", "Shout", 2, HubMethodKind.Emit, concurrent: true);

    public static HubMethod Flow { get; } = new("ITest", "Flow", 3, HubMethodKind.Stream);

    public static HubMethod Feed { get; } = new("ITest", "Feed", 4, HubMethodKind.Call) { StreamParameters = 2 };

    /// <summary>A contract with the same members on both sides.</summary>
    public static HubContract Contract(string name) =>
        new(name, new string('0', 32), new TestSide(Say, Ask, Shout, Flow, Feed), new TestSide(Say, Ask, Shout, Flow, Feed));

    public override ITestHub CreateProxy(MessageSender sender) => throw new NotSupportedException();

    public override ValueTask Dispatch(ITestHub target, int method, ref PayloadReader arguments, InboundCall call) => throw new NotSupportedException();

    public override ValueTask Raise(HandlerTable handlers, int method, ref PayloadReader arguments, InboundCall call) => throw new NotSupportedException();
}
