using TypedSockets.Hubs;

namespace TypedSockets;

/// <summary>A hub's recipients outside of hubs: inject it into controllers and background services. Thread-safe.</summary>
/// <typeparam name="THub">The hub interface.</typeparam>
/// <typeparam name="TClient">The client interface.</typeparam>
public interface ISocketHubContext<THub, TClient>
    where THub : class, IHubContract<THub, TClient>
    where TClient : class
{
    /// <summary>Every client of the hub.</summary>
    Recipients<TClient> All { get; }

    /// <summary>One client. To one that is gone an emit goes nowhere, and a call fails with <see cref="SocketErrorCode.TargetGone"/>.</summary>
    /// <param name="connectionId">Its <see cref="SocketContext.ConnectionId"/>.</param>
    /// <returns>The client.</returns>
    TClient Connection(string connectionId);

    /// <summary>Every client of the hub but some.</summary>
    /// <param name="connectionIds">The connections to leave out.</param>
    /// <returns>The recipients.</returns>
    Recipients<TClient> AllExcept(params IEnumerable<string> connectionIds);

    /// <summary>The clients of a group.</summary>
    /// <param name="name">The group's name, compared ordinally.</param>
    /// <returns>The recipients.</returns>
    Recipients<TClient> Group(string name);

    /// <summary>The clients of several groups, each once.</summary>
    /// <param name="names">The groups' names, compared ordinally.</param>
    /// <returns>The recipients.</returns>
    Recipients<TClient> Groups(params IEnumerable<string> names);

    /// <summary>Every connection of a user.</summary>
    /// <param name="id">The user's id, as <see cref="TypedSocketsOptions.UserId"/> gives it.</param>
    /// <returns>The recipients.</returns>
    Recipients<TClient> User(string id);

    /// <summary>Every connection of several users.</summary>
    /// <param name="ids">The users' ids, as <see cref="TypedSocketsOptions.UserId"/> gives them.</param>
    /// <returns>The recipients.</returns>
    Recipients<TClient> Users(params IEnumerable<string> ids);

    /// <summary>Puts a connection into a group.</summary>
    /// <param name="connectionId">Its <see cref="SocketContext.ConnectionId"/>.</param>
    /// <param name="group">The group's name, 1 to 256 bytes of UTF-8, compared ordinally.</param>
    /// <returns>Whether there is such a connection.</returns>
    ValueTask<bool> JoinGroup(string connectionId, string group);

    /// <summary>Takes a connection out of a group.</summary>
    /// <param name="connectionId">Its <see cref="SocketContext.ConnectionId"/>.</param>
    /// <param name="group">The group's name, compared ordinally.</param>
    /// <returns>Whether there is such a connection.</returns>
    ValueTask<bool> LeaveGroup(string connectionId, string group);
}
