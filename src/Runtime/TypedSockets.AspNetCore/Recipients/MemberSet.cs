using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Recipients;

/// <summary>
/// The members of a hub, a group or a user, and the sender to all of them. A broadcast enqueues under the set's lock, so that all members see the set's
/// events in one order; it never awaits a socket.
/// </summary>
/// <param name="name">The group or user, or null for a whole hub.</param>
/// <param name="find">Finds the set that bears the name now, if this one was dropped because it was empty.</param>
internal sealed class MemberSet(string? name = null, Func<string, MemberSet?>? find = null) : OneWaySender
{
    private readonly Dictionary<string, HubMember> _members = new(StringComparer.Ordinal);

    /// <summary>Guards the members. Several are taken in the order of the sets' names.</summary>
    public Lock Gate { get; } = new();

    public string Name => name ?? "";

    /// <summary>Whether the set was dropped, or never kept: it has no members and gets none.</summary>
    public bool IsDetached { get; private set; }

    /// <summary>The members; needs <see cref="Gate"/>.</summary>
    public Dictionary<string, HubMember>.ValueCollection Members => _members.Values;

    /// <summary>Creates a set without members that looks for the real one when it is used.</summary>
    public static MemberSet Detached(string name, Func<string, MemberSet?> find) => new(name, find) { IsDetached = true };

    /// <summary>Adds a member.</summary>
    /// <returns>False if the set was dropped in the meantime.</returns>
    public bool TryAdd(HubMember member)
    {
        lock (Gate)
        {
            if (IsDetached)
            {
                return false;
            }

            _members[member.ConnectionId] = member;
            return true;
        }
    }

    /// <summary>Removes a member.</summary>
    /// <param name="member">The member.</param>
    /// <param name="drop">Whether the set is dropped once it is empty.</param>
    /// <returns>Whether the set was dropped.</returns>
    public bool Remove(HubMember member, bool drop)
    {
        lock (Gate)
        {
            _members.Remove(member.ConnectionId);
            IsDetached |= drop && _members.Count == 0;
            return IsDetached;
        }
    }

    /// <summary>Sends to every member but one. Does not own the body.</summary>
    public void SendTo(HubMethod method, MessageBody body, HubMember? except)
    {
        if (IsDetached)
        {
            if (name is not null && find?.Invoke(name) is { IsDetached: false } current)
            {
                current.SendTo(method, body, except);
            }

            return;
        }

        lock (Gate)
        {
            foreach (var member in _members.Values)
            {
                if (!ReferenceEquals(member, except))
                {
                    member.Send(method, body);
                }
            }
        }
    }

    protected override void SendAll(HubMethod method, MessageBody body) => SendTo(method, body, except: null);
}
