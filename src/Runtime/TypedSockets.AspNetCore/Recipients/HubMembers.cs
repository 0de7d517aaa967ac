using System.Collections.Concurrent;

namespace TypedSockets.AspNetCore.Recipients;

/// <summary>Everyone who is connected to one hub, and who is in which group. Thread-safe.</summary>
internal sealed class HubMembers
{
    private readonly ConcurrentDictionary<string, HubMember> _connections = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MemberSet> _groups = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MemberSet> _users = new(StringComparer.Ordinal);

    /// <summary>Everyone.</summary>
    public MemberSet All { get; } = new();

    public void Add(HubMember member)
    {
        _connections[member.ConnectionId] = member;
        All.TryAdd(member);
        if (member.UserId is { } user)
        {
            AddTo(_users, user, FindUser, member);
        }
    }

    public void Remove(HubMember member)
    {
        member.LeaveAll();
        if (member.UserId is { } user)
        {
            RemoveFrom(_users, user, member);
        }

        All.Remove(member, drop: false);
        _connections.TryRemove(member.ConnectionId, out _);
    }

    public HubMember? Find(string connectionId) => _connections.GetValueOrDefault(connectionId);

    public MemberSet? FindGroup(string name) => _groups.GetValueOrDefault(name);

    public MemberSet? FindUser(string id) => _users.GetValueOrDefault(id);

    /// <summary>The group, whether it has members or not.</summary>
    public MemberSet Group(string name) => FindGroup(name) ?? MemberSet.Detached(name, FindGroup);

    /// <summary>The user's connections, whether there are any or not.</summary>
    public MemberSet User(string id) => FindUser(id) ?? MemberSet.Detached(id, FindUser);

    public MemberSet AddToGroup(string name, HubMember member) => AddTo(_groups, name, FindGroup, member);

    public void RemoveFromGroup(string name, HubMember member) => RemoveFrom(_groups, name, member);

    private static MemberSet AddTo(ConcurrentDictionary<string, MemberSet> sets, string name, Func<string, MemberSet?> find, HubMember member)
    {
        while (true)
        {
            var set = sets.GetOrAdd(name, static (key, find) => new MemberSet(key, find), find);
            if (set.TryAdd(member))
            {
                return set;
            }

            // Its last member left in the same moment.
            sets.TryRemove(new KeyValuePair<string, MemberSet>(name, set));
        }
    }

    private static void RemoveFrom(ConcurrentDictionary<string, MemberSet> sets, string name, HubMember member)
    {
        if (sets.TryGetValue(name, out var set) && set.Remove(member, drop: true))
        {
            sets.TryRemove(new KeyValuePair<string, MemberSet>(name, set));
        }
    }
}
