using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Recipients;

/// <summary>Sends to a set without one of its members.</summary>
internal sealed class OthersSender(MemberSet set, HubMember except) : OneWaySender
{
    protected override void SendAll(HubMethod method, MessageBody body) => set.SendTo(method, body, except);
}
