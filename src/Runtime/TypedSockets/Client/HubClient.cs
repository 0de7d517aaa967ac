using System.ComponentModel;
using TypedSockets.Hubs;

namespace TypedSockets;

/// <summary>A hub as its client sees it: <see cref="Emit"/> sends, the generated <c>On</c> subscribes. Thread-safe.</summary>
/// <typeparam name="THub">The hub interface.</typeparam>
public sealed class HubClient<THub>
    where THub : class, IHubContract<THub>
{
    internal HubClient(MessageSender sender, HandlerTable handlers)
    {
        Emit = THub.Server.CreateProxy(sender);
        Handlers = handlers;
    }

    /// <summary>The hub on the server. The proxy implements the contract, so every member means what the contract says.</summary>
    public THub Emit { get; }

    /// <summary>The subscriptions; for generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HandlerTable Handlers { get; }
}
