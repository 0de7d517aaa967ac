using Microsoft.Extensions.Options;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.Hubs;

namespace TypedSockets.AspNetCore.Recipients;

/// <summary>A hub's recipients outside of hubs.</summary>
internal sealed class SocketHubContext<THub, TClient>(HubDirectory directory, IOptions<TypedSocketsOptions> options) : ISocketHubContext<THub, TClient>
    where THub : class, IHubContract<THub, TClient>
    where TClient : class
{
    private readonly HubMembers _hub = directory.Members(THub.Contract);
    private readonly TimeSpan _callTimeout = options.Value.ClientCallTimeout;

    public Recipients<TClient> All => new(_hub.All);

    public TClient Connection(string connectionId) => THub.Client.CreateProxy(
        _hub.Find(connectionId) is { } member ? new MemberSender(member, _callTimeout) : new GoneSender(connectionId));

    public Recipients<TClient> AllExcept(params IEnumerable<string> connectionIds) => new(new ExceptSender(_hub.All, connectionIds));

    public Recipients<TClient> Group(string name) => new(_hub.Group(name));

    public Recipients<TClient> Groups(params IEnumerable<string> names) => new(new UnionSender(_hub.FindGroup, names));

    public Recipients<TClient> User(string id) => new(_hub.User(id));

    public Recipients<TClient> Users(params IEnumerable<string> ids) => new(new UnionSender(_hub.FindUser, ids));

    public ValueTask<bool> JoinGroup(string connectionId, string group)
    {
        HubGroups.Check(group);
        var member = _hub.Find(connectionId);
        member?.Join(group);
        return new ValueTask<bool>(member is not null);
    }

    public ValueTask<bool> LeaveGroup(string connectionId, string group)
    {
        HubGroups.Check(group);
        var member = _hub.Find(connectionId);
        member?.Leave(group);
        return new ValueTask<bool>(member is not null);
    }
}
