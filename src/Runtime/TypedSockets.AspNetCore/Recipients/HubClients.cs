using TypedSockets.AspNetCore.Recipients;
using TypedSockets.Hubs;

namespace TypedSockets;

/// <summary>Whom a hub can speak to. Thread-safe.</summary>
/// <typeparam name="TClient">The client interface.</typeparam>
public sealed class HubClients<TClient>
    where TClient : class
{
    private readonly IRecipientSource _source;
    private readonly ContractSide<TClient> _side;

    internal HubClients(IRecipientSource source, ContractSide<TClient> side)
    {
        _source = source;
        _side = side;
        Caller = side.CreateProxy(source.Caller);
    }

    /// <summary>The client whose message is being handled.</summary>
    public TClient Caller { get; }

    /// <summary>Every client of the hub.</summary>
    public Recipients<TClient> All => new(_source.All);

    /// <summary>Every client of the hub but the caller.</summary>
    public Recipients<TClient> Others => new(_source.Others);

    /// <summary>One client. To one that is gone an emit goes nowhere, and a call fails with <see cref="SocketErrorCode.TargetGone"/>.</summary>
    /// <param name="connectionId">Its <see cref="SocketContext.ConnectionId"/>.</param>
    /// <returns>The client.</returns>
    public TClient Connection(string connectionId) => _side.CreateProxy(_source.Connection(connectionId));

    /// <summary>Every client of the hub but some.</summary>
    /// <param name="connectionIds">The connections to leave out.</param>
    /// <returns>The recipients.</returns>
    public Recipients<TClient> AllExcept(params IEnumerable<string> connectionIds) => new(_source.AllExcept(connectionIds));

    /// <summary>The clients of a group.</summary>
    /// <param name="name">The group's name, compared ordinally.</param>
    /// <returns>The recipients.</returns>
    public Recipients<TClient> Group(string name) => new(_source.Group(name));

    /// <summary>The clients of several groups, each once.</summary>
    /// <param name="names">The groups' names, compared ordinally.</param>
    /// <returns>The recipients.</returns>
    public Recipients<TClient> Groups(params IEnumerable<string> names) => new(_source.Groups(names));

    /// <summary>The clients of a group but the caller.</summary>
    /// <param name="name">The group's name, compared ordinally.</param>
    /// <returns>The recipients.</returns>
    public Recipients<TClient> OthersInGroup(string name) => new(_source.OthersInGroup(name));

    /// <summary>Every connection of a user.</summary>
    /// <param name="id">The user's id, as <see cref="TypedSocketsOptions.UserId"/> gives it.</param>
    /// <returns>The recipients.</returns>
    public Recipients<TClient> User(string id) => new(_source.User(id));

    /// <summary>Every connection of several users.</summary>
    /// <param name="ids">The users' ids, as <see cref="TypedSocketsOptions.UserId"/> gives them.</param>
    /// <returns>The recipients.</returns>
    public Recipients<TClient> Users(params IEnumerable<string> ids) => new(_source.Users(ids));
}
