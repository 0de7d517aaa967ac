using System.ComponentModel;
using System.Security.Claims;
using TypedSockets.Hubs;

namespace TypedSockets;

/// <summary>One client's connection to a hub, in the callback style: subscribe with <c>On</c>, answer with <see cref="Emit"/>. Thread-safe.</summary>
/// <typeparam name="THub">The hub interface.</typeparam>
/// <typeparam name="TClient">The client interface.</typeparam>
public abstract class HubSocket<THub, TClient>
    where THub : class, IHubContract<THub, TClient>
    where TClient : class
{
    /// <summary>Created by the server.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected HubSocket() => Handlers = new HandlerTable(THub.Server);

    /// <summary>The subscriptions; for generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HandlerTable Handlers { get; }

    /// <summary>This client.</summary>
    public abstract TClient Emit { get; }

    /// <summary>Every client of the hub.</summary>
    public abstract Recipients<TClient> All { get; }

    /// <summary>Every client of the hub but this one.</summary>
    public abstract Recipients<TClient> Others { get; }

    /// <summary>The id of this client's connection, the same for the life of its session.</summary>
    public abstract string ConnectionId { get; }

    /// <summary>Who is connected, as ASP.NET authenticated the request.</summary>
    public abstract ClaimsPrincipal User { get; }

    /// <summary>Cancelled when the session has ended.</summary>
    public abstract CancellationToken SessionEnded { get; }

    /// <summary>The clients of a group.</summary>
    /// <param name="group">The group's name, compared ordinally.</param>
    /// <returns>The recipients.</returns>
    public abstract Recipients<TClient> Group(string group);

    /// <summary>The clients of a group but this one.</summary>
    /// <param name="group">The group's name, compared ordinally.</param>
    /// <returns>The recipients.</returns>
    public abstract Recipients<TClient> OthersInGroup(string group);

    /// <summary>Puts this client into a group.</summary>
    /// <param name="group">The group's name, 1 to 256 bytes of UTF-8, compared ordinally.</param>
    /// <returns>Completes when the client gets what is sent to the group.</returns>
    public abstract ValueTask Join(string group);

    /// <summary>Takes this client out of a group.</summary>
    /// <param name="group">The group's name, compared ordinally.</param>
    /// <returns>Completes when the client gets no more of what is sent to the group.</returns>
    public abstract ValueTask Leave(string group);

    /// <summary>Runs a handler when the client has lost its line, in order with its messages. The session goes on.</summary>
    /// <param name="handler">The handler.</param>
    public abstract void OnPaused(Func<ValueTask> handler);

    /// <summary>Runs a handler when the client is back, in order with its messages. Nothing was lost.</summary>
    /// <param name="handler">The handler.</param>
    public abstract void OnResumed(Func<ValueTask> handler);

    /// <summary>Runs a handler when the session has ended, with the reason.</summary>
    /// <param name="handler">The handler.</param>
    public abstract void OnDisconnected(Func<DisconnectReason, ValueTask> handler);
}
