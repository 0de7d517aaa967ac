using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Recipients;

/// <summary>Sends to a set without some connections.</summary>
internal sealed class ExceptSender(MemberSet set, IEnumerable<string> except) : OneWaySender
{
    private readonly HashSet<string> _except = new(except, StringComparer.Ordinal);

    protected override void SendAll(HubMethod method, MessageBody body)
    {
        lock (set.Gate)
        {
            foreach (var member in set.Members)
            {
                if (!_except.Contains(member.ConnectionId))
                {
                    member.Send(method, body);
                }
            }
        }
    }
}
