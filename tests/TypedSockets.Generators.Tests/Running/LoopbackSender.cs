using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Generators.Tests.Running;

/// <summary>Hands what is sent, as bytes, to the other side at once, and answers calls with what it says.</summary>
/// <param name="receive">The other side.</param>
internal sealed class LoopbackSender(LoopbackSender.Receiver receive) : MessageSender
{
    internal delegate ValueTask Receiver(int method, ref PayloadReader arguments, InboundCall call);

    /// <summary>The arguments that were sent, encoded.</summary>
    public List<(HubMethod Method, byte[] Body)> Sent { get; } = [];

    /// <summary>What the other side did with what was sent last.</summary>
    public Task Handled { get; private set; } = Task.CompletedTask;

    /// <summary>Sends to an implementation.</summary>
    public static LoopbackSender To<T>(ContractSide<T> side, T target)
        where T : class =>
        new((int method, ref PayloadReader arguments, InboundCall call) => side.Dispatch(target, method, ref arguments, call));

    /// <summary>Sends to what is subscribed.</summary>
    public static LoopbackSender To(HandlerTable handlers) =>
        new((int method, ref PayloadReader arguments, InboundCall call) => handlers.Side.Raise(handlers, method, ref arguments, call));

    protected override void Send(HubMethod method, MessageBody body) => Handled = Receive(method, body, new LoopbackCall(null, default));

    protected override async ValueTask SendAsync(HubMethod method, MessageBody body, CancellationToken cancel)
    {
        Send(method, body);
        await Handled;
    }

    protected override void Invoke(HubMethod method, MessageBody body, PendingCall call, CancellationToken cancel) =>
        Handled = Receive(method, body, new LoopbackCall(call, cancel));

    private async Task Receive(HubMethod method, MessageBody body, LoopbackCall call)
    {
        var bytes = body.Span.ToArray();
        body.Release();
        Sent.Add((method, bytes));
        await Read(method, bytes, call);
    }

    private ValueTask Read(HubMethod method, byte[] bytes, LoopbackCall call)
    {
        var reader = new PayloadReader(bytes);
        return receive(method.Id, ref reader, call);
    }
}
