using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Recipients;

/// <summary>Sends to several groups or users, once to each member. The sets' locks are taken in one order everywhere, so that none waits for another in a ring.</summary>
internal sealed class UnionSender(Func<string, MemberSet?> find, IEnumerable<string> names) : OneWaySender
{
    private readonly string[] _names = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    protected override void SendAll(HubMethod method, MessageBody body)
    {
        var sets = _names.Select(find).OfType<MemberSet>().ToArray();
        Send(sets, 0, new HashSet<HubMember>(), method, body);
    }

    private static void Send(MemberSet[] sets, int index, HashSet<HubMember> seen, HubMethod method, MessageBody body)
    {
        if (index == sets.Length)
        {
            foreach (var member in seen)
            {
                member.Send(method, body);
            }

            return;
        }

        lock (sets[index].Gate)
        {
            seen.UnionWith(sets[index].Members);
            Send(sets, index + 1, seen, method, body);
        }
    }
}
