using TypedSockets.Hubs;

namespace TypedSockets.AspNetCore.Recipients;

/// <summary>The recipients as one member of a hub sees them.</summary>
internal sealed class MemberRecipients(HubMember member, HubMembers hub, TimeSpan callTimeout) : IRecipientSource
{
    public MessageSender Caller { get; } = new MemberSender(member, callTimeout);

    public MessageSender All => hub.All;

    public MessageSender Others { get; } = new OthersSender(hub.All, member);

    public MessageSender Connection(string id) => hub.Find(id) is { } found ? new MemberSender(found, callTimeout) : new GoneSender(id);

    public MessageSender AllExcept(IEnumerable<string> connectionIds) => new ExceptSender(hub.All, connectionIds);

    public MessageSender Group(string name) => hub.Group(name);

    public MessageSender Groups(IEnumerable<string> names) => new UnionSender(hub.FindGroup, names);

    public MessageSender OthersInGroup(string name) => member.OthersInGroup(name);

    public MessageSender User(string id) => hub.User(id);

    public MessageSender Users(IEnumerable<string> ids) => new UnionSender(hub.FindUser, ids);
}
