using TypedSockets.Codecs;

namespace TypedSockets.Hubs;

/// <summary>One side of a contract, what the server or what the client offers: its methods, numbered.</summary>
public abstract class ContractSide
{
    private readonly HubMethod[] _methods;

    private protected ContractSide(HubMethod[] methods) => _methods = methods;

    /// <summary>The methods; a method's index is its number on the wire.</summary>
    public ReadOnlySpan<HubMethod> Methods => _methods;

    /// <summary>Reads a message's arguments and hands them to the handlers that were subscribed with <c>On</c>.</summary>
    /// <param name="handlers">The subscriptions.</param>
    /// <param name="method">The method's number, within <see cref="Methods"/>.</param>
    /// <param name="arguments">The encoded arguments.</param>
    /// <param name="call">Answers a call, and carries the token.</param>
    /// <returns>Completes when the handlers have.</returns>
    public abstract ValueTask Raise(HandlerTable handlers, int method, ref PayloadReader arguments, InboundCall call);
}

/// <summary>One side of a contract, what the server or what the client offers. The generator derives one class for each.</summary>
/// <typeparam name="T">The interface.</typeparam>
public abstract class ContractSide<T> : ContractSide
    where T : class
{
    /// <summary>Called by generated code.</summary>
    /// <param name="methods">The methods, in the order of their numbers.</param>
    protected ContractSide(params HubMethod[] methods)
        : base(methods)
    {
    }

    /// <summary>Creates the proxy that encodes calls of the interface's members.</summary>
    /// <param name="sender">Where the messages go.</param>
    /// <returns>The proxy.</returns>
    public abstract T CreateProxy(MessageSender sender);

    /// <summary>Reads a message's arguments and calls the implementation.</summary>
    /// <param name="target">The implementation.</param>
    /// <param name="method">The method's number, within <see cref="ContractSide.Methods"/>.</param>
    /// <param name="arguments">The encoded arguments.</param>
    /// <param name="call">Answers a call, and carries the token.</param>
    /// <returns>Completes when the handler has.</returns>
    public abstract ValueTask Dispatch(T target, int method, ref PayloadReader arguments, InboundCall call);
}
