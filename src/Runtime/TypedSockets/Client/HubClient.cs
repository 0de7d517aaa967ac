using System.ComponentModel;
using TypedSockets.Hubs;

namespace TypedSockets;

/// <summary>A hub as its client sees it: <see cref="Emit"/> sends, the generated <c>On</c> subscribes. Thread-safe.</summary>
/// <typeparam name="THub">The hub interface.</typeparam>
public sealed class HubClient<THub>
    where THub : class, IHubContract<THub>
{
    private readonly Func<EmitOptions, MessageSender> _createSender;

    internal HubClient(Func<EmitOptions, MessageSender> createSender, HandlerTable handlers)
    {
        _createSender = createSender;
        Emit = With(new EmitOptions());
        Handlers = handlers;
    }

    /// <summary>The hub on the server. The proxy implements the contract, so every member means what the contract says.</summary>
    public THub Emit { get; }

    /// <summary>The subscriptions; for generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HandlerTable Handlers { get; }

    /// <summary>The hub on the server, with other ways of sending than the client's own.</summary>
    /// <param name="options">How to send.</param>
    /// <returns>A proxy; keep it to use it often.</returns>
    public THub With(EmitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return THub.Server.CreateProxy(_createSender(options));
    }
}
