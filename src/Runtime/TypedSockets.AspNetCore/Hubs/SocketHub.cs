using System.Security.Claims;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.Hubs;

namespace TypedSockets;

/// <summary>The base of every hub class; derive from <see cref="SocketHub{TClient}"/>.</summary>
public abstract class SocketHub
{
    private HubBinding? _binding;

    private protected SocketHub()
    {
    }

    /// <summary>The connection whose message is being handled.</summary>
    protected SocketContext Context => Binding.Context;

    /// <summary>The groups that the caller is in.</summary>
    protected HubGroups Groups => Binding.Groups;

    /// <summary>Who calls, as ASP.NET authenticated the request.</summary>
    protected ClaimsPrincipal User => Binding.Context.User;

    private protected HubBinding Binding => _binding
        ?? throw new InvalidOperationException("A hub's Clients, Groups, Context and User are not there yet in its constructor. Use them from OnConnected on.");

    internal virtual void Bind(HubBinding binding, HubContract contract) => _binding = binding;

    internal ValueTask RunConnected() => OnConnected();

    internal ValueTask RunPaused() => OnPaused();

    internal ValueTask RunResumed() => OnResumed();

    internal ValueTask RunDisconnected(DisconnectReason reason) => OnDisconnected(reason);

    /// <summary>Runs once for each new session, and completes before its first message is handled. If it throws, the client is turned away.</summary>
    /// <returns>Completes when messages may be handled.</returns>
    protected virtual ValueTask OnConnected() => default;

    /// <summary>
    /// Runs when the client has lost its line, in order with the hub's messages. The session goes on: what is sent to the client waits for it.
    /// </summary>
    /// <returns>Completes when the next message may be handled.</returns>
    protected virtual ValueTask OnPaused() => default;

    /// <summary>Runs when the client is back after <see cref="OnPaused"/>, in order with the hub's messages. Nothing was lost.</summary>
    /// <returns>Completes when the next message may be handled.</returns>
    protected virtual ValueTask OnResumed() => default;

    /// <summary>Runs exactly once for each session whose <see cref="OnConnected"/> has completed, after all its handlers: when the client has left,
    /// or did not come back in time. A lost line alone does not end a session.</summary>
    /// <param name="reason">Why the session ended.</param>
    /// <returns>Completes when the hub has cleaned up.</returns>
    protected virtual ValueTask OnDisconnected(DisconnectReason reason) => default;
}

/// <summary>
/// The base of a hub class. Its object handles one message at a time, except methods that the contract marks <see cref="ConcurrentAttribute"/>,
/// and except while it awaits a client's answer.
/// </summary>
/// <typeparam name="TClient">The contract's client interface.</typeparam>
public abstract class SocketHub<TClient> : SocketHub
    where TClient : class
{
    private HubClients<TClient>? _clients;

    /// <summary>Whom the hub can speak to.</summary>
    protected HubClients<TClient> Clients => _clients ?? throw new InvalidOperationException(
        "A hub's Clients, Groups, Context and User are not there yet in its constructor. Use them from OnConnected on.");

    internal sealed override void Bind(HubBinding binding, HubContract contract)
    {
        base.Bind(binding, contract);
        _clients = binding.Clients((ContractSide<TClient>)contract.Client);
    }
}
