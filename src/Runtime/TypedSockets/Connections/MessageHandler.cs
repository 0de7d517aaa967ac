using TypedSockets.Hubs;

namespace TypedSockets.Connections;

/// <summary>What stands behind a channel: a hub object, or subscriptions.</summary>
internal abstract class MessageHandler
{
    /// <summary>The side of the contract that is handled here.</summary>
    public abstract ContractSide Side { get; }

    /// <summary>Handles a message.</summary>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The encoded arguments; whoever needs them after returning copies them.</param>
    /// <param name="call">Answers a call, and carries the token.</param>
    /// <returns>Completes when the handler has.</returns>
    public abstract ValueTask Handle(HubMethod method, ReadOnlySpan<byte> arguments, InboundCall call);

    /// <summary>Whether the next message of the channel waits until this one's handler has finished. A stream may go on for as long as the session.</summary>
    public virtual bool HoldsChannel(HubMethod method) => !method.IsConcurrent && !method.HasStreams;

    /// <summary>Takes note of a failure that nobody else is told of, or that only the caller is told of.</summary>
    /// <param name="method">The method.</param>
    /// <param name="error">What the handler threw, or why the arguments could not be read.</param>
    public abstract void HandlerFailed(HubMethod method, Exception error);
}
